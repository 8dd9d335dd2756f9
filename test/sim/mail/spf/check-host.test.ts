import { describe, expect, it, test } from 'vitest'
import { checkHost, type SpfQuery } from '../../../../src/sim/mail/spf/check-host.ts'
import { a, txt } from '../dns/zones.ts'
import { alice, check, resolver } from './world.ts'

/** Says who is asked about, by what the macros stand for. */
const teller = {
  'example.org': [txt('v=spf1 -all exp=tell.test')],
  'out.example.net': [txt('v=spf1 -all exp=tell.test')],
  'tell.test': [txt('%{s} %{l} %{o} %{d} %{h}')],
}
function told(query: Partial<SpfQuery>): string {
  const { explanation, result } = checkHost({ ...alice, ...query }, resolver(teller))
  return explanation ?? result
}

describe('who is asked about', () => {
  test.each<readonly [query: Partial<SpfQuery>, told: string]>([
    [{}, 'alice@example.org alice example.org example.org out.example.net'],
    [
      { mailFrom: 'Al.Ice+x@Example.ORG' },
      'Al.Ice+x@Example.ORG Al.Ice+x Example.ORG Example.ORG out.example.net',
    ],
    [
      { mailFrom: '"a@b"@example.org.' },
      '"a@b"@example.org "a@b" example.org example.org out.example.net',
    ],
    [
      { mailFrom: '@example.org' },
      'postmaster@example.org postmaster example.org example.org out.example.net',
    ],
    [
      { mailFrom: 'example.org' },
      'postmaster@example.org postmaster example.org example.org out.example.net',
    ],
    [
      { mailFrom: '' },
      'postmaster@out.example.net postmaster out.example.net out.example.net out.example.net',
    ],
    [{ mailFrom: '', helo: 'out' }, 'none'],
    [{ mailFrom: '', helo: '' }, 'none'],
    [{ mailFrom: '', helo: '[192.0.2.1]' }, 'none'],
    [{ mailFrom: 'alice@' }, 'none'],
    [{ mailFrom: 'alice@org' }, 'none'],
    [{ mailFrom: 'alice@[192.0.2.1]' }, 'none'],
    [{ mailFrom: 'alice@example..org' }, 'none'],
  ])('%j: %s', (query, said) => {
    expect(told(query)).toBe(said)
  })
})

describe('a client whose address is none', () => {
  test.each(['', 'unknown', '192.0.2', '192.0.2.1:25', '[192.0.2.1]', '::1%eth0'])('%j', (ip) => {
    const came = check('+all', {}, { ip })
    expect(came).toMatchObject({ result: 'permerror', mechanism: 'default', lookups: 0 })
    expect(came.evaluation.lines).toEqual([])
  })
})

describe('a check', () => {
  it('counts what it asked', () => {
    const { lookups, voidLookups } = check('a:h.org exists:x.org ip4:10.0.0.1 -all', {
      'h.org': [a('203.0.113.1')],
    })
    expect([lookups, voidLookups]).toEqual([2, 1])
  })

  it('keeps nothing from one call to the next', () => {
    const record = 'exists:x.org exists:y.org ~all'
    expect(check(record)).toEqual(check(record))
  })

  it('leaves out the explanation when there is none', () => {
    expect(Object.keys(check('+all'))).not.toContain('explanation')
  })

  it('bears what the type checker would not let through', () => {
    const query = { ip: 4, helo: null, mailFrom: undefined, receiver: {} } as unknown as SpfQuery
    expect(checkHost(query, resolver({})).result).toBe('permerror')
    const anonymous = { ...query, ip: '192.0.2.1' } as SpfQuery
    expect(checkHost(anonymous, resolver({})).result).toBe('none')
  })
})
