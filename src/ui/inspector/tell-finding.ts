/** A finding in words: the check's own if it has some, else a sentence that fits every check. */
import { checkTitle } from '../../sim/policy/lookup.ts'
import type { FindingReading } from '../../sim/facts/findings.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import { formatDuration } from '../../sim/units.ts'
import { fillIn, type Piece } from '../words/fill-in.ts'
import { ANY_FINDING, FINDINGS, OTHER_CHECKS, UNITS, type Unit } from './check-words.ts'

/** What a finding's sentence may speak of besides itself. */
export interface FindingScene {
  readonly level: Level
  /** The client's address. */
  readonly client: string
  /** The recipient's. */
  readonly to: string
}

type Told = Pick<
  FindingReading,
  'check' | 'reason' | 'value' | 'threshold' | 'about' | 'passes' | 'folder'
>

/** What people call the check. */
export const checkName = (id: string): string => checkTitle(id)?.title ?? OTHER_CHECKS[id] ?? id

/** What its values are measured in; null where nothing is measured. */
export function unitOf({ check, reason }: Pick<Told, 'check' | 'reason'>): Unit | null {
  return UNITS[`${check}/${reason}`] ?? UNITS[check] ?? null
}

/** `5 min`, `3`, `75 %`, `4.5`: a value of a finding, in its unit. */
export function measured(finding: Pick<Told, 'check' | 'reason'>, value: number): string {
  switch (unitOf(finding)) {
    case 'time':
      return formatDuration(value)
    case 'permille':
      return `${value / 10} %`
    case 'points':
      return pointsText(value)
    default:
      return String(value)
  }
}

/** Tenths of a point as points: `4.5`, `−0.2`. */
export const pointsText = (tenths: number): string =>
  `${tenths < 0 ? '−' : ''}${(Math.abs(tenths) / 10).toFixed(1)}`

export function tellFinding(finding: Told, scene: FindingScene): readonly Piece[] {
  const { check, reason, about, passes, folder } = finding
  const own = FINDINGS[`${check}/${reason}`]
  const kind = !passes ? 'objects' : folder === 'junk' ? 'junk' : 'passes'
  const values: Readonly<Record<string, string>> = {
    value: measured(finding, finding.value),
    threshold: measured(finding, finding.threshold),
    about: about === '' ? '–' : about,
    client: scene.client,
    to: scene.to,
    check: checkName(check),
    what: what(finding),
  }
  return fillIn((own ?? ANY_FINDING[kind])[scene.level], (name) => values[name] ?? null)
}

/** The reason as the check calls it, and what it rests on: `too late, 5 against 3 (school.example)`. */
function what({ reason, value, threshold, about }: Told): string {
  const numbers = value === 0 && threshold === 0 ? '' : `, ${value} against ${threshold}`
  return `${reason.replaceAll('-', ' ')}${numbers}${about === '' ? '' : ` (${about})`}`
}
