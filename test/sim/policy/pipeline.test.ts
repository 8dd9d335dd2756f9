import { describe, expect, it } from 'vitest'
import { questionAbout } from '../../helpers/question.ts'
import { R } from '../../../src/sim/mail/reply-catalogue.ts'
import { reply } from '../../../src/sim/mail/reply.ts'
import { objects, passes, type Check, type CheckStage } from '../../../src/sim/policy/check.ts'
import {
  fateOf,
  isDueAt,
  lookAt,
  newBench,
  sequenceOf,
  tell,
} from '../../../src/sim/policy/pipeline.ts'

/** A check that says no when its name is among the options' refusals, and counts how often. */
const check = (
  id: string,
  stage: CheckStage = 'rcpt',
): Check<{ asked: number; fates: string[] }> => ({
  id,
  title: id,
  source: 'RFC 5321 §3.3',
  stage,
  options: [],
  isOn: (options) => options[`${id}Off`] !== true,
  create: () => ({ asked: 0, fates: [] }),
  evaluate(_q, state, options) {
    state.asked++
    return options['refuses'] === id ? objects('no', reply(R.userUnknown)) : passes('yes')
  },
  learn(_q, state, _options, fate) {
    state.fates.push(fate)
  },
})

const LIST: readonly Check[] = [check('a'), check('b'), check('c')]

function look(options: Record<string, string | boolean>, bench = newBench(LIST)): string[] {
  const noted: string[] = []
  lookAt({
    checks: LIST,
    bench,
    options,
    isDue: ({ id }) => id !== 'never',
    question: () => questionAbout({}),
    note: ({ id }, finding) => noted.push(`${id} ${finding.reason}`),
  })
  return noted
}

describe('the checks of a site', () => {
  it.each([
    ['in the order of the list', {}, ['a yes', 'b yes', 'c yes']],
    ['those that are named come first', { order: 'c' }, ['c yes', 'a yes', 'b yes']],
    ['in the order in which they are named', { order: 'c,b' }, ['c yes', 'b yes', 'a yes']],
    ['the first objection is the last question', { refuses: 'b' }, ['a yes', 'b no']],
    ['those that are off are not asked', { aOff: true }, ['b yes', 'c yes']],
  ])('%s', (_, options, expected) => {
    expect(look(options)).toEqual(expected)
  })

  it('follow an order that changes in between', () => {
    const bench = newBench(LIST)
    expect(look({ order: 'b' }, bench)[0]).toBe('b yes')
    expect(look({ order: 'c' }, bench)[0]).toBe('c yes')
    expect(look({}, bench)[0]).toBe('a yes')
  })

  it('keep what they remember apart', () => {
    const bench = newBench(LIST)
    look({ refuses: 'a' }, bench)
    look({}, bench)
    expect(bench.states).toMatchObject([{ asked: 2 }, { asked: 1 }, { asked: 1 }])
  })

  it('hear what became of a message when they are on', () => {
    const bench = newBench(LIST)
    const options = { bOff: true }
    tell({ checks: LIST, bench, options, question: () => questionAbout({}) }, 'junk')
    expect(bench.states).toMatchObject([{ fates: ['junk'] }, { fates: [] }, { fates: ['junk'] }])
  })

  it('do not hear of their own objection', () => {
    const bench = newBench(LIST)
    const question = () => questionAbout({})
    tell({ checks: LIST, bench, options: {}, question }, 'refused', LIST[1])
    expect(bench.states).toMatchObject([{ fates: ['refused'] }, { fates: [] }, {}])
  })

  it.each([
    ['blocklisted', 'refused'],
    ['contentSpam', 'refused'],
    ['userUnknown', 'turned-away'],
    ['greylisted', 'turned-away'],
    ['tooMuchMail', 'turned-away'],
  ] as const)('%s leaves a message %s', (name, fate) => {
    const said = reply(R[name])
    expect(fateOf({ check: LIST[0]!, finding: objects('no', said), reply: said })).toBe(fate)
  })

  it('are each asked once, whatever is named', () => {
    expect(sequenceOf(LIST, 'b,b,nonsense')).toEqual([1, 0, 2])
  })
})

describe('the stage at which a check is asked', () => {
  it.each<[CheckStage, boolean, CheckStage]>([
    ['hello', true, 'rcpt'],
    ['mail', true, 'rcpt'],
    ['rcpt', true, 'rcpt'],
    ['greeting', true, 'greeting'],
    ['content', true, 'content'],
    ['hello', false, 'hello'],
    ['mail', false, 'mail'],
    ['rcpt', false, 'rcpt'],
    ['content', false, 'content'],
  ])('%s, put off: %s', (own, isPutOff, expected) => {
    const stages: CheckStage[] = ['greeting', 'hello', 'mail', 'rcpt', 'content']
    const due = stages.filter((stage) => isDueAt(check('a', own), stage, isPutOff))
    expect(due).toEqual([expected])
  })

  it('does not wait where it is about the session', () => {
    const rate = { ...check('a', 'mail'), neverPutOff: true }
    expect(isDueAt(rate, 'mail', true)).toBe(true)
    expect(isDueAt(rate, 'rcpt', true)).toBe(false)
  })
})
