import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  authservIdOf,
  parseAuthenticationResults,
} from '../../../../src/sim/mail/authentication-results/parse.ts'
import type { MethodResult } from '../../../../src/sim/mail/authentication-results/results.ts'
import {
  authenticationResultsField,
  writeAuthenticationResults,
} from '../../../../src/sim/mail/authentication-results/write.ts'

const read = parseAuthenticationResults

/** `spf=pass smtp.mailfrom=a@x`: what was understood, with nothing quoted. */
function plainly(text: string): string | null {
  const results = read(text)
  if (results === null) return null
  const methods = results.methods.map(({ method, result, comment, reason, properties }) =>
    [
      `${method}=${result}`,
      ...(comment === '' ? [] : [`(${comment})`]),
      ...(reason === '' ? [] : [`<${reason}>`]),
      ...properties.map(({ type, name, value }) => `${type}.${name}=${value}`),
    ].join(' '),
  )
  return [`${results.authservId}/${results.version}`, ...methods].join('; ')
}

describe('reading Authentication-Results', () => {
  test.each([
    ['mx.x.example; none', 'mx.x.example/1'],
    ['mx.x.example 1; none', 'mx.x.example/1'],
    [' mx.x.example 2 ;\r\n\tNone (nothing) ', 'mx.x.example/2'],
    ['"mx.x.example" ; spf=pass', 'mx.x.example/1; spf=pass'],
    ['h; SPF=Pass SMTP.MailFrom=A@x.example', 'h/1; spf=pass smtp.mailfrom=A@x.example'],
    ['h;spf=pass(why (not)) smtp.mailfrom=x', 'h/1; spf=pass (why (not)) smtp.mailfrom=x'],
    ['h; (first) auth (a) = (b) pass smtp . auth = alice', 'h/1; auth=pass smtp.auth=alice'],
    ['h; dkim=fail reason="bad \\"key\\"" header.d=x', 'h/1; dkim=fail <bad "key"> header.d=x'],
    ['h; dkim=fail (c) reason=expired header.i=@x', 'h/1; dkim=fail (c) <expired> header.i=@x'],
    ['h; spf=pass smtp.mailfrom="a b"@x.example', 'h/1; spf=pass smtp.mailfrom="a b"@x.example'],
    ['h; dkim=pass header.b=a/b+c==', 'h/1; dkim=pass header.b=a/b+c=='],
    ['h; iprev=pass policy.iprev=2001:db8::1;', 'h/1; iprev=pass policy.iprev=2001:db8::1'],
    ['h; spf=pass; ; dkim=none', 'h/1; spf=pass; dkim=none'],
    ['h; dkim/1=pass; spf/2=pass', 'h/1; dkim=pass'],
    ['h; x-own=pass body.smime-part=2', 'h/1; x-own=pass body.smime-part=2'],
  ])('%j', (text, plain) => {
    expect(plainly(text)).toBe(plain)
  })

  test.each([
    '',
    'h',
    'h spf=pass',
    '; spf=pass',
    'h; spf',
    'h; spf=',
    'h; spf=pass smtp',
    'h; spf=pass smtp.',
    'h; spf=pass smtp.mailfrom',
    'h; spf=pass smtp.mailfrom=',
    'h; spf=pass smtp=x',
    'h; spf=pass (never ends',
    'h; spf=pass smtp.mailfrom="never ends',
    '(never ends h; none',
  ])('refuses %j', (text) => {
    expect(read(text)).toBeNull()
  })

  test.each([
    ['mx.x.example garbage = (', 'mx.x.example'],
    [' (hi) "mx.x.example"', 'mx.x.example'],
    ['mx.x.example/1; none', 'mx.x.example'],
    ['', null],
    ['; none', null],
    ['(never ends', null],
  ])('finds whom %j is from', (text, id) => {
    expect(authservIdOf(text)).toBe(id)
  })

  it('never throws', () => {
    const bits = fc.array(
      fc.constantFrom(
        'h',
        ';',
        'spf',
        '=',
        'pass',
        '(',
        ')',
        '"',
        '\\',
        ' ',
        '\r\n\t',
        '.',
        '1',
        '/',
      ),
      { maxLength: 60 },
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          bits.map((each) => each.join('')),
        ),
        (text) => {
          expect(() => read(text)).not.toThrow()
        },
      ),
      { numRuns: 1000 },
    )
  })
})

describe('what was written', () => {
  const keyword = fc.stringMatching(/^[a-z][a-z\d-]{0,9}$/)
  const words = fc.string({ unit: 'grapheme-ascii' })
  const method: fc.Arbitrary<MethodResult> = fc.record({
    method: keyword,
    result: keyword,
    comment: words.filter((text) => text === text.trim()),
    reason: words,
    properties: fc.array(
      fc.record({ type: keyword.filter((type) => type !== 'reason'), name: keyword, value: words }),
      { maxLength: 3 },
    ),
  })
  const field = fc.tuple(
    words.filter((id) => id.trim() !== ''),
    fc.array(method, { maxLength: 3 }),
  )

  it('is read again', () => {
    fc.assert(
      fc.property(field, ([authservId, methods]) => {
        const text = writeAuthenticationResults(authservId, methods)
        expect(read(text)).toEqual({ authservId, version: 1, methods })
      }),
      { numRuns: 500 },
    )
  })

  it('stays one field, folded or not, whatever is in it', () => {
    const anything = fc.array(fc.record({ ...methodOf(fc.string()) }), { maxLength: 3 })
    fc.assert(
      fc.property(fc.string(), anything, (authservId, methods) => {
        const text = writeAuthenticationResults(authservId, methods)
        const lines = authenticationResultsField(authservId, methods)
        expect(/[\r\n]/.test(text + lines.join(''))).toBe(false)
        expect(lines.slice(1).every((line) => /^\t\S/.test(line))).toBe(true)
        const value = lines.join('\r\n').replace('Authentication-Results:', '')
        expect(read(value)).toEqual(read(text))
        expect(read(text)?.methods).toHaveLength(methods.length)
      }),
      { numRuns: 500 },
    )
  })
})

const methodOf = (text: fc.Arbitrary<string>) => ({
  method: fc.constantFrom('spf', 'dkim'),
  result: fc.constantFrom('pass', 'fail'),
  comment: text,
  reason: text,
  properties: fc.array(
    fc.record({ type: fc.constant('smtp'), name: fc.constant('mailfrom'), value: text }),
    { maxLength: 3 },
  ),
})
