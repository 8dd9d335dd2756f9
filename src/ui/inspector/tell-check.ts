/** What a chain of reasons needs to know of the receiver's checks, which facts only name. */
import { checkTitle, decidingOption } from '../../sim/policy/lookup.ts'
import type { WhyLink } from '../../sim/facts/why.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import { optionAt, type OptionSetting } from './options-at.ts'
import { checkName, pointsText, tellFinding } from './tell-finding.ts'

/** The link with the source of its check, and with the option by which the check decided. */
export function withCheck(link: WhyLink, setting: OptionSetting): WhyLink {
  const { kind, values, at } = link
  const check = String(values['check'] ?? '')
  if (check === '') return link
  if (kind === 'checked') return { ...link, source: checkTitle(check)?.source ?? '' }
  const host = setting.scenario.hosts[Number(values['host'])]?.id ?? ''
  const found = {
    check,
    reason: String(values['reason']),
    threshold: Number(values['threshold']),
  }
  const path = decidingOption(
    found,
    (one) => optionAt(setting, `${host}.${one}`, at)?.value ?? null,
  )
  return path === null ? link : { ...link, values: { ...values, option: `${host}.${path}` } }
}

/** What the check found, what it is called, or which checks gave how many points. */
export function checkWords(
  name: 'finding' | 'check' | 'list',
  { kind, values }: WhyLink,
  level: Level,
): string {
  if (name === 'list') return pointsWords(String(values['list']))
  const check = String(values['check'])
  if (name === 'check') return checkName(check)
  const finding = {
    check,
    reason: String(values['reason']),
    value: Number(values['value']),
    threshold: Number(values['threshold']),
    about: String(values['about']),
    passes: values['passes'] === 1,
    // What is told of a finding that lets the message in is that it had it put aside.
    folder: kind === 'checked' && values['passes'] === 1 ? ('junk' as const) : ('inbox' as const),
  }
  const scene = { level, client: String(values['client']), to: String(values['to']) }
  return tellFinding(finding, scene)
    .map(({ text }) => text)
    .join('')
}

/** `SPF 1.0, Content 4.0`. */
function pointsWords(list: string): string {
  return list
    .split(',')
    .map((one) => {
      const [check = '', tenths = ''] = one.split(':')
      return `${checkName(check)} ${pointsText(Number(tenths))}`
    })
    .join(', ')
}
