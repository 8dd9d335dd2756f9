/** Runs every scenario that shows a reason, and prints what came of it on both roads. */
import { summaryRow, type RoadResult, type SummaryRow } from '../lab/summary.ts'
import { REASONS, type ReasonId } from '../sim/scenarios/reasons.ts'
import type { ScenarioFile } from '../sim/scenarios/scenario.ts'
import { shownWords } from '../sim/scenarios/shown-readings.ts'
import type { SummaryArguments } from './arguments.ts'
import type { Terminal } from './find-scenario.ts'

/** @returns the exit code: 1 when a check does not hold */
export function printSummary(
  { format, seed }: SummaryArguments,
  scenarios: readonly ScenarioFile[],
  terminal: Terminal,
): number {
  const hold: boolean[] = []
  const rowsFor = (reason: ReasonId): [ScenarioFile, SummaryRow][] =>
    scenarios
      .filter(({ shows }) => shows?.reason === reason)
      .map((scenario) => {
        const row = summaryRow(scenario, seed ?? scenario.seed)
        hold.push(row.checks.hold === row.checks.of)
        return [scenario, row]
      })
  if (format === 'csv') terminal.out(HEAD.join(','))
  for (const [i, { id, title }] of REASONS.entries()) {
    if (format === 'text') terminal.out(`${i + 1}. ${title.technical}`)
    const rows = rowsFor(id)
    for (const [scenario, row] of rows)
      for (const line of format === 'csv' ? [csvLine(row, scenario)] : textLines(row, scenario))
        terminal.out(line)
    if (format === 'text' && rows.length === 0) terminal.out('   no scenario shows it')
  }
  return hold.every(Boolean) ? 0 : 1
}

const HEAD = [
  'reason',
  'scenario',
  'seed',
  'reading',
  ...['direct', 'relayed'].flatMap((road) => [`${road}_outcome`, `${road}_of`, road]),
  'checks_hold',
  'checks_of',
]

function csvLine(row: SummaryRow, scenario: ScenarioFile): string {
  const roads = [row.direct, row.relayed].flatMap(({ outcome, delivered, of, reading }) => [
    outcome ?? '',
    `${delivered}/${of}`,
    reading ?? '',
  ])
  const { hold, of } = row.checks
  return [row.reason, row.scenario, row.seed, readingName(scenario), ...roads, hold, of]
    .map((field) => quoted(String(field)))
    .join(',')
}

/** RFC 4180 §2: what has a comma, a quotation mark or a line break is quoted. */
const quoted = (field: string): string =>
  /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

function textLines(row: SummaryRow, scenario: ScenarioFile): string[] {
  const { hold, of } = row.checks
  return [
    `   ${row.scenario}: ${readingName(scenario)}`,
    `      direct   ${roadText(row.direct, 'direct')}`,
    `      relayed  ${roadText(row.relayed, 'relayed')}`,
    `      checks   ${hold} of ${of} hold`,
  ]
}

function roadText({ world, outcome, delivered, of, reading }: RoadResult, road: string): string {
  const tally = of > 1 ? ` (${delivered} of ${of} delivered)` : ''
  const which = world === road ? '' : `, in the world ${world}`
  return `${outcome ?? 'no letter'}${tally}; ${reading ?? '-'}${which}`
}

/** What is read, in technical words. */
function readingName(scenario: ScenarioFile): string {
  return shownWords(scenario)?.technical ?? scenario.shows?.direct ?? ''
}
