import { describe, expect, it, test } from 'vitest'
import type { MethodResult } from '../../../../src/sim/mail/authentication-results/results.ts'
import {
  authenticationResultsField,
  writeAuthenticationResults,
} from '../../../../src/sim/mail/authentication-results/write.ts'
import {
  authMethod,
  dkimMethod,
  dmarcMethod,
  iprevMethod,
  spfMethod,
} from '../../../../src/sim/mail/authentication-results/methods.ts'
import { evaluateDmarc } from '../../../../src/sim/mail/dmarc/evaluate.ts'
import { checkIprev } from '../../../../src/sim/mail/dns/iprev.ts'
import { answering } from '../dns/answers.ts'
import { a, ptr } from '../dns/zones.ts'
import { dmarc, message } from '../dmarc/messages.ts'

const HOST = 'mx.example.net'

const bounce = evaluateDmarc(
  message('example.org', 'example.org'),
  answering(dmarc('example.org', 'p=reject')),
)
const client = checkIprev(
  '192.0.2.1',
  answering({ '1.2.0.192.in-addr.arpa': [ptr('out.example')], 'out.example': [a('192.0.2.1')] }),
)
const signed = {
  result: 'pass',
  domain: 'example.org',
  selector: 's1',
  signature: 'Ab12 \r\n\tCd34EfGh=',
  reason: '',
}

const ALL: readonly MethodResult[] = [
  spfMethod('pass', 'alice@example.org', 'out.example'),
  dkimMethod(signed),
  dmarcMethod(bounce, 'none'),
  iprevMethod(client, '192.0.2.1'),
  authMethod('alice'),
]

describe('Authentication-Results', () => {
  it('names every check with its properties', () => {
    expect(writeAuthenticationResults(HOST, ALL)).toBe(
      'mx.example.net; spf=pass smtp.mailfrom=example.org; ' +
        'dkim=pass header.d=example.org header.s=s1 header.b=Ab12Cd34; ' +
        'dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org; ' +
        'iprev=pass (out.example) policy.iprev=192.0.2.1; auth=pass smtp.auth=alice',
    )
  })

  it('is folded with a line for each', () => {
    expect(authenticationResultsField(HOST, ALL)).toEqual([
      'Authentication-Results: mx.example.net;',
      '\tspf=pass smtp.mailfrom=example.org;',
      '\tdkim=pass header.d=example.org header.s=s1 header.b=Ab12Cd34;',
      '\tdmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org;',
      '\tiprev=pass (out.example) policy.iprev=192.0.2.1;',
      '\tauth=pass smtp.auth=alice',
    ])
  })

  it('says when nothing was checked', () => {
    expect(writeAuthenticationResults(HOST, [])).toBe('mx.example.net; none')
    expect(authenticationResultsField(HOST, [])).toEqual([
      'Authentication-Results: mx.example.net; none',
    ])
  })

  it('breaks lines that are too long between properties', () => {
    const domain = `${'sub.'.repeat(8)}example.org`
    const lines = authenticationResultsField(HOST, [
      dkimMethod({ ...signed, domain, selector: 'x'.repeat(40) }),
    ])
    expect(lines.slice(1)).toEqual([
      `\tdkim=pass header.d=${domain}`,
      `\theader.s=${'x'.repeat(40)} header.b=Ab12Cd34`,
    ])
  })
})

describe('a method', () => {
  const line = (method: MethodResult): string => writeAuthenticationResults('h', [method]).slice(3)
  const failed = evaluateDmarc(
    message('a.x.example'),
    answering(dmarc('x.example', 'p=quarantine; sp=none')),
  )
  const unknown = evaluateDmarc(message('x.example'), answering({}))
  const nobody = evaluateDmarc(message('x.example y.example'), answering({}))

  test.each<[MethodResult, string]>([
    [spfMethod('none', '', 'out.example'), 'spf=none smtp.helo=out.example'],
    [spfMethod('pass', '"a b"@x.example', ''), 'spf=pass smtp.mailfrom=x.example'],
    [
      spfMethod('fail', 'a@x.example\r\nX-Evil: yes', ''),
      'spf=fail smtp.mailfrom="x.example X-Evil: yes"',
    ],
    [
      dkimMethod({ ...signed, signature: 'a/b+c=' }),
      'dkim=pass header.d=example.org header.s=s1 header.b="a/b+c="',
    ],
    [
      dkimMethod({
        result: 'fail',
        domain: '',
        selector: '',
        signature: '',
        reason: 'bad signature',
      }),
      'dkim=fail reason="bad signature"',
    ],
    [
      dmarcMethod(failed, 'quarantine'),
      'dmarc=fail (p=QUARANTINE sp=NONE dis=QUARANTINE) header.from=a.x.example',
    ],
    [dmarcMethod(unknown, 'none'), 'dmarc=none header.from=x.example'],
    [dmarcMethod(nobody, 'none'), 'dmarc=permerror'],
    [
      iprevMethod(checkIprev('2001:db8::1', answering({})), '2001:db8::1'),
      'iprev=permerror policy.iprev="2001:db8::1"',
    ],
    [authMethod('al (ice)'), 'auth=pass smtp.auth="al (ice)"'],
    [
      { ...authMethod('a'), comment: 'so (or \\ so)\n' },
      String.raw`auth=pass (so \(or \\ so\) ) smtp.auth=a`,
    ],
  ])('%j', (method, text) => {
    expect(line(method)).toBe(text)
  })
})
