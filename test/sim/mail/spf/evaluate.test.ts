import { describe, expect, it, test } from 'vitest'
import type { SpfNode } from '../../../../src/sim/mail/spf/spf.ts'
import { a, txt } from '../dns/zones.ts'
import { check, type World } from './world.ts'

const spf = (record: string): readonly ReturnType<typeof txt>[] => [txt(`v=spf1 ${record}`)]

const world: World = {
  'pass.org': spf('+all'),
  'fail.org': spf('-all exp=theirs.org'),
  'softfail.org': spf('~all'),
  'neutral.org': spf('?all'),
  'empty.org': spf(''),
  'broken.org': spf('nonsense'),
  'silent.org': 'TIMEOUT',
  'text.org': [txt('hello')],
  'onward.org': spf('redirect=fail.org exp=ours.org'),
  'inward.org': spf('include:fail.org -all exp=ours.org'),
  'loop.org': spf('include:loop.org'),
  'round.org': spf('redirect=round.org'),
  'h.org': [a('203.0.113.1')],
  'ours.org': [txt('ours')],
  'theirs.org': [txt('theirs')],
}

type Row = readonly [record: string, result: string, mechanism?: string, explanation?: string]

const qualifiers: readonly Row[] = [
  ['', 'neutral'],
  ['ip4:10.0.0.1', 'neutral'],
  ['all', 'pass', 'all'],
  ['+ALL', 'pass', '+ALL'],
  ['-all', 'fail', '-all'],
  ['~all -all', 'softfail', '~all'],
  ['?ip4:192.0.2.0/24 -all', 'neutral', '?ip4:192.0.2.0/24'],
]

const includes: readonly Row[] = [
  ['include:pass.org -all', 'pass', 'include:pass.org'],
  ['-include:pass.org +all exp=ours.org', 'fail', '-include:pass.org', 'ours'],
  ['~include:pass.org -all', 'softfail', '~include:pass.org'],
  ['include:fail.org ~all', 'softfail', '~all'],
  ['include:softfail.org -all', 'fail', '-all'],
  ['include:neutral.org -all', 'fail', '-all'],
  ['include:empty.org -all', 'fail', '-all'],
  ['include:silent.org +all', 'temperror'],
  ['include:broken.org +all', 'permerror'],
  ['include:text.org +all', 'permerror'],
  ['include:nothing.org +all', 'permerror'],
  ['include:a..b.org +all', 'permerror'],
  ['include:%{d1} +all', 'permerror'],
  ['include:loop.org +all', 'permerror'],
  // Whose explanation: that of the record that said fail, and never of an included one.
  ['include:fail.org -all exp=ours.org', 'fail', '-all', 'ours'],
  ['include:fail.org -all', 'fail', '-all'],
  ['-include:onward.org ?all', 'neutral', '?all'],
]

const redirects: readonly Row[] = [
  ['redirect=pass.org', 'pass', '+all'],
  ['redirect=softfail.org ip4:10.0.0.1', 'softfail', '~all'],
  ['redirect=pass.org ip4:192.0.2.1', 'pass', 'ip4:192.0.2.1'],
  ['redirect=empty.org', 'neutral'],
  ['redirect=silent.org', 'temperror'],
  ['redirect=broken.org', 'permerror'],
  ['redirect=text.org', 'permerror'],
  ['redirect=nothing.org', 'permerror'],
  ['redirect=a..b.org', 'permerror'],
  ['redirect=round.org', 'permerror'],
  ['redirect=pass.org ~all', 'softfail', '~all'],
  ['?all redirect=nothing.org', 'neutral', '?all'],
  ['redirect=fail.org exp=ours.org', 'fail', '-all', 'theirs'],
  ['redirect=onward.org', 'fail', '-all', 'theirs'],
  ['redirect=inward.org', 'fail', '-all', 'ours'],
]

const errors: readonly Row[] = [
  ['-all nonsense', 'permerror'],
  ['ip4:192.0.2.1 a:org', 'permerror'],
  ['all x=%', 'permerror'],
  ['all caf\u00e9', 'permerror'],
  ['all exp=h.org exp=h.org', 'permerror'],
  ['redirect=pass.org redirect=pass.org', 'permerror'],
  ['a:silent.org -all', 'temperror'],
  ['x=y z=%{d} -all', 'fail', '-all'],
]

const limits: readonly Row[] = [
  [`${'a:h.org '.repeat(10)}+all`, 'pass', '+all'],
  [`${'a:h.org '.repeat(11)}+all`, 'permerror'],
  [`${'a:h.org '.repeat(10)}redirect=pass.org`, 'permerror'],
  [`${'a:h.org '.repeat(9)}redirect=pass.org`, 'pass', '+all'],
  [`${'a:h.org '.repeat(8)}include:inward.org -all`, 'fail', '-all'],
  [`${'a:h.org '.repeat(9)}include:inward.org +all`, 'permerror'],
  [`${'ip4:10.0.0.1 '.repeat(50)}+all`, 'pass', '+all'],
  ['exists:x.org exists:y.org -all', 'fail', '-all'],
  ['exists:x.org exists:y.org exists:z.org -all', 'permerror'],
  ['exists:x.org a:ours.org mx:h.org -all', 'permerror'],
  ['a:x.org a:y.org a:%{h} redirect=pass.org', 'permerror'],
  ['exists:a..b exists:c..d exists:e..f -all', 'fail', '-all'],
]

describe('a record', () => {
  describe.each([
    ['qualifiers', qualifiers],
    ['includes', includes],
    ['redirects', redirects],
    ['errors', errors],
    ['limits', limits],
  ])('%s', (_title, rows) => {
    for (const [record, result, mechanism = 'default', explanation] of rows) {
      test(`${record}: ${result}`, () => {
        const came = check(record, world)
        expect(came.result).toBe(result)
        expect(came.mechanism).toBe(mechanism)
        expect(came.explanation).toBe(explanation)
      })
    }
  })
})

/** One line for each line of the tree; `>` marks the one that decides. */
function drawn({ domain, result, reason, lines }: SpfNode, indent = ''): string[] {
  return [
    `${indent}${domain} ${result}: ${reason}`,
    ...lines.flatMap((line) => [
      `${indent}${line.decides ? '>' : ' '} ${line.text} ${line.outcome}`,
      ...(line.child === null ? [] : drawn(line.child, `${indent}    `)),
    ]),
  ]
}

describe('the tree', () => {
  it('shows every line, and which decided', () => {
    const record = 'a:h.org x=1 include:inward.org ~all exp=ours.org redirect=pass.org mx'
    expect(drawn(check(record, world).evaluation)).toEqual([
      'example.org softfail: ~all matched',
      '  a:h.org not matched',
      '  x=1 ignored',
      '  include:inward.org not matched',
      '    inward.org fail: -all matched',
      '      include:fail.org not matched',
      '        fail.org fail: -all matched',
      '        > -all matched',
      '          exp=theirs.org not reached',
      '    > -all matched',
      '      exp=ours.org not reached',
      '> ~all matched',
      '  exp=ours.org not reached',
      '  redirect=pass.org ignored',
      '  mx not reached',
    ])
  })

  it('goes on in the record of a redirect', () => {
    expect(drawn(check('exp=ours.org redirect=fail.org', world).evaluation)).toEqual([
      'example.org fail: redirect=fail.org: the other record says fail',
      '  exp=ours.org not reached',
      '> redirect=fail.org used',
      '    fail.org fail: -all matched',
      '    > -all matched',
      '      exp=theirs.org used',
    ])
  })

  it('shows where a record is broken, or where a limit was reached', () => {
    expect(drawn(check('+all nonsense', world).evaluation)).toEqual([
      'example.org permerror: syntax error: nonsense',
      '  +all not reached',
      '> nonsense error',
    ])
    const { evaluation, lookups } = check(`${'a:h.org '.repeat(11)}-all`, world)
    expect(evaluation.lines.findIndex((line) => line.decides)).toBe(10)
    expect(evaluation.reason).toBe('a:h.org: more than 10 terms ask the DNS')
    expect(lookups).toBe(10)
  })

  it('shows that nothing decided', () => {
    expect(drawn(check('ip4:10.0.0.1', world).evaluation)).toEqual([
      'example.org neutral: nothing matched',
      '  ip4:10.0.0.1 not matched',
    ])
  })

  it('names what was asked, and for what', () => {
    const { evaluation } = check('a:%{o1r}.h.org -all exp=nothing.org', world)
    expect(evaluation.questions).toEqual([
      { name: 'example.org', type: 'TXT', rcode: 'NOERROR', count: 1 },
    ])
    const [first, , last] = evaluation.lines
    expect(first).toMatchObject({
      target: 'example.h.org',
      questions: [{ name: 'example.h.org', type: 'A', rcode: 'NXDOMAIN', count: 0 }],
    })
    expect(last).toMatchObject({
      outcome: 'error',
      reason: 'no text there',
      questions: [{ name: 'nothing.org', type: 'TXT', rcode: 'NXDOMAIN', count: 0 }],
    })
  })
})
