/** An independent library signs what we verify, and verifies what we sign. */
import { Buffer } from 'node:buffer'
import { createPrivateKey } from 'node:crypto'
import fc from 'fast-check'
import { dkimSign } from 'mailauth/lib/dkim/sign.js'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { describe, expect, it } from 'vitest'
import { dkimCrypto } from '../../src/host/crypto.ts'
import { fieldText, printContent } from '../../src/sim/mail/dkim/content.ts'
import { keyRecord } from '../../src/sim/mail/dkim/key-record.ts'
import {
  laboratorySecret,
  realKeyRecord,
  standInKey,
} from '../../src/sim/mail/dkim/laboratory-key.ts'
import { signMessage, verifyMessage } from '../../src/sim/mail/dkim/real.ts'
import type { SignSpec } from '../../src/sim/mail/dkim/signature.ts'
import type { DnsAnswer } from '../../src/sim/mail/dns/answer.ts'

/** 2026-06-02T10:15:42Z */
const NOW = 1_780_395_342_000
const KEY = standInKey('alice.example', 's1')
const SECRET = laboratorySecret(KEY, dkimCrypto)
const RECORD = realKeyRecord(keyRecord(KEY), dkimCrypto)

const LETTER = printContent({
  fields: [
    {
      name: 'Received',
      value: 'from a.example\r\n\tby b.example; Tue, 02 Jun 2026 10:15:40 +0000',
    },
    { name: 'Date', value: 'Tue, 02 Jun 2026 10:15:42 +0000 (UTC)' },
    { name: 'From', value: 'Alice <alice@alice.example>' },
    { name: 'To', value: 'bob@bob.example' },
    { name: 'Subject', value: 'Tea  at\r\n five' },
  ],
  body: 'Dear Bob,  \r\n\r\ncome \t for tea, café, at five.\r\nAlice\r\n\r\n\r\n',
})

const SPEC: SignSpec = {
  domain: 'alice.example',
  selector: 's1',
  headerCanon: 'relaxed',
  bodyCanon: 'relaxed',
  headers: ['From', 'To', 'Subject', 'Date'],
  signedAt: NOW,
}

const sign = (spec: Partial<SignSpec> = {}, letter = LETTER): string => {
  const field = signMessage(letter, { ...SPEC, ...spec }, SECRET, dkimCrypto)
  return `${fieldText(field)}\r\n${letter}`
}

interface Sight {
  /** `true` where the signature passes. */
  readonly ours: readonly boolean[]
  readonly theirs: readonly boolean[]
}

async function bothVerify(source: string, record: string | null = RECORD): Promise<Sight> {
  const answer: DnsAnswer =
    record === null
      ? { rcode: 'NXDOMAIN', records: [] }
      : { rcode: 'NOERROR', records: [{ type: 'TXT', strings: [record] }] }
  const verdicts = verifyMessage(source, () => answer, NOW, dkimCrypto)
  const { results } = await dkimVerify(Buffer.from(source), {
    curTime: new Date(NOW),
    resolver: async () => {
      if (record !== null) return [[record]]
      throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
    },
  })
  return {
    ours: verdicts.map(({ result }) => result === 'pass'),
    theirs: results
      .map(({ status }) => status.result)
      .filter((result) => result !== 'none')
      .map((result) => result === 'pass'),
  }
}

const PASS: Sight = { ours: [true], theirs: [true] }
const FAIL: Sight = { ours: [false], theirs: [false] }

const canons = (['simple', 'relaxed'] as const).flatMap((headerCanon) =>
  (['simple', 'relaxed'] as const).map((bodyCanon) => ({ headerCanon, bodyCanon })),
)

describe('mailauth', () => {
  it.each(canons)('accepts our signature: $headerCanon/$bodyCanon', async (canon) => {
    expect(await bothVerify(sign(canon))).toEqual(PASS)
    expect(await bothVerify(sign(canon, LETTER.replace(/\r\n\r\n[^]*/, '\r\n\r\n')))).toEqual(PASS)
  })

  it.each(canons)('sees white space as we do: $headerCanon/$bodyCanon', async (canon) => {
    const { headerCanon, bodyCanon } = canon
    const refolded = sign(canon).replace('Tea  at\r\n five', 'Tea at five')
    expect(await bothVerify(refolded)).toEqual(headerCanon === 'relaxed' ? PASS : FAIL)
    const respaced = sign(canon).replace('come \t for', 'come for')
    expect(await bothVerify(respaced)).toEqual(bodyCanon === 'relaxed' ? PASS : FAIL)
    expect(await bothVerify(`${sign(canon)}\r\n`)).toEqual(PASS)
  })

  it.each(canons)('rejects what was changed: $headerCanon/$bodyCanon', async (canon) => {
    const source = sign(canon)
    expect(await bothVerify(source.replace('Subject: Tea', 'Subject: [list] Tea'))).toEqual(FAIL)
    expect(await bothVerify(source.replace('at five.', 'at six.'))).toEqual(FAIL)
    expect(await bothVerify(source.replace('café', 'cafe'))).toEqual(FAIL)
    expect(await bothVerify(`${source}-- \r\nThe list\r\n`)).toEqual(FAIL)
    expect(await bothVerify(source.replace('d=alice.example', 'd=malice.example'))).toEqual(FAIL)
  })

  it.each(canons)('knows where l= ends: $headerCanon/$bodyCanon', async (canon) => {
    for (const bodyLength of [1, 20, 'whole'] as const) {
      const source = sign({ ...canon, bodyLength })
      expect(await bothVerify(source)).toEqual(PASS)
      expect(await bothVerify(`${source}-- \r\nThe list\r\n`)).toEqual(PASS)
      expect(await bothVerify(source.replace('Dear', 'dear'))).toEqual(FAIL)
    }
  })

  it('counts names from the bottom, and knows what is not there', async () => {
    const source = sign({ headers: ['From', 'From', 'Subject', 'Subject', 'X-None', 'Received'] })
    expect(await bothVerify(source)).toEqual(PASS)
    expect(await bothVerify(`Received: from c.example; later\r\n${source}`)).toEqual(PASS)
    expect(await bothVerify(`From: mallory@mallory.example\r\n${source}`)).toEqual(FAIL)
    expect(await bothVerify(`X-None: any\r\n${source}`)).toEqual(FAIL)
    expect(await bothVerify(`From: mallory@mallory.example\r\n${sign()}`)).toEqual(PASS)
  })

  it('looks at the time', async () => {
    const hour = 3_600_000
    const signedAt = NOW - 2 * hour
    expect(await bothVerify(sign({ signedAt, expiresAt: NOW + hour }))).toEqual(PASS)
    expect(await bothVerify(sign({ signedAt, expiresAt: NOW - hour }))).toEqual(FAIL)
  })

  it.each([
    ['is revoked', keyRecord('')],
    ['is missing', null],
    ['is another one', realKeyRecord(keyRecord(`${KEY}:2`), dkimCrypto)],
    ['is of another kind', RECORD.replace('ed25519', 'rsa')],
    ['is no base64', keyRecord('no base64!')],
    ['belongs to another version', RECORD.replace('DKIM1', 'DKIM2')],
  ])('rejects a signature whose key %s', async (_, record) => {
    expect(await bothVerify(sign(), record)).toEqual(FAIL)
  })

  it('verifies two signatures, one over the other', async () => {
    const source = sign({ headers: ['From', 'DKIM-Signature'] }, sign())
    const both = { ours: [true, true], theirs: [true, true] }
    // It counts the field under verification among those that may be signed, so only ours is asked
    expect((await bothVerify(source)).ours).toEqual(both.ours)
    expect(await bothVerify(sign({ selector: 's2' }, sign()))).toEqual(both)
  })
})

describe('a signature of mailauth', () => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SECRET])
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    .export({ format: 'pem', type: 'pkcs8' })
    .toString()
  const key = { signingDomain: 'alice.example', selector: 's1', privateKey }

  it.each(canons)('is accepted by us: $headerCanon/$bodyCanon', async (canon) => {
    for (const maxBodyLength of [undefined, 20]) {
      const { signatures, errors } = await dkimSign(Buffer.from(LETTER), {
        ...key,
        canonicalization: `${canon.headerCanon}/${canon.bodyCanon}`,
        algorithm: 'ed25519-sha256',
        signTime: new Date(NOW),
        signatureData: [maxBodyLength === undefined ? { ...key } : { ...key, maxBodyLength }],
      })
      expect(errors).toEqual([])
      expect(await bothVerify(`${signatures}${LETTER}`)).toEqual(PASS)
      expect(await bothVerify(`${signatures}${LETTER.replace('Tea', 'Te')}`)).toEqual(FAIL)
    }
  })
})

describe('mailauth and we, about random messages', () => {
  const word = fc.constantFrom('tea', 'Five', 'café', '日本', ' ', '  ', '\t', '\r\n', '\r\n\r\n')
  // It takes a last line of blanks without a line end for content
  const body = fc.array(word, { maxLength: 12 }).map((words) => `${words.join('')}\r\n`)
  const subject = fc.array(fc.constantFrom('tea', ' ', '\t', '\r\n x'), { maxLength: 6 })

  it('agree', async () => {
    const world = fc.record({ body, subject, changed: body, canon: fc.constantFrom(...canons) })
    await fc.assert(
      fc.asyncProperty(world, async ({ body, subject, changed, canon }) => {
        const fields = [
          { name: 'Subject', value: `a${subject.join('')}b` },
          { name: 'From', value: 'alice@alice.example' },
        ]
        const source = sign(canon, printContent({ fields, body }))
        expect(await bothVerify(source)).toEqual(PASS)
        const { ours, theirs } = await bothVerify(source.slice(0, -body.length) + changed)
        expect(ours).toEqual(theirs)
      }),
      { numRuns: 100 },
    )
  })
})
