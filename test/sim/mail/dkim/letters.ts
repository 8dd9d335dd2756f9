/** Messages, keys and zones that the tests of this folder share. */
import { dkimCrypto } from '../../../../src/host/crypto.ts'
import type { MessageContent } from '../../../../src/sim/mail/dkim/content.ts'
import { keyRecord } from '../../../../src/sim/mail/dkim/key-record.ts'
import { realKeyRecord, standInKey } from '../../../../src/sim/mail/dkim/laboratory-key.ts'
import type { KeyLookup, SignSpec } from '../../../../src/sim/mail/dkim/signature.ts'
import type { DnsAnswer } from '../../../../src/sim/mail/dns/answer.ts'

/** 2026-06-02T10:15:42Z */
export const NOW = 1_780_395_342_000

export const letter: MessageContent = {
  fields: [
    { name: 'Date', value: 'Tue, 02 Jun 2026 10:15:42 +0000 (UTC)' },
    { name: 'From', value: 'Alice <alice@alice.example>' },
    { name: 'To', value: 'bob@bob.example' },
    { name: 'Message-ID', value: '<1.2@alice.example>' },
    { name: 'Subject', value: 'Tea  at\r\n five' },
    { name: 'MIME-Version', value: '1.0' },
    { name: 'Content-Type', value: 'text/plain; charset=utf-8' },
  ],
  body: 'Dear Bob,  \r\n\r\ncome \t for tea, café, at five.\r\nAlice\r\n\r\n\r\n',
}

export const spec: SignSpec = {
  domain: 'alice.example',
  selector: 's1',
  headerCanon: 'relaxed',
  bodyCanon: 'relaxed',
  headers: ['From', 'To', 'Subject', 'Date', 'Message-ID'],
  signedAt: NOW,
}

export const key = standInKey('alice.example', 's1')

export const text = (record: string): DnsAnswer => ({
  rcode: 'NOERROR',
  records: [{ type: 'TXT', strings: [record.slice(0, 20), record.slice(20)] }],
})

/** A zone with one key, as a simulation writes it. */
export function zone(record = keyRecord(key), name = 's1._domainkey.alice.example'): KeyLookup {
  return (asked) => (asked === name ? text(record) : { rcode: 'NXDOMAIN', records: [] })
}

/** The same zone with true keys. */
export function realZone(lookup: KeyLookup): KeyLookup {
  return (asked) => {
    const { rcode, records } = lookup(asked)
    const real = records.flatMap((record) =>
      record.type === 'TXT' ? text(realKeyRecord(record.strings.join(''), dkimCrypto)).records : [],
    )
    return { rcode, records: real }
  }
}
