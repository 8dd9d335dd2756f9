/** Which lines there are: one per message and world, the worlds of a message below each other. */
import { useMemo } from 'react'
import type { JourneyReading } from '../../../sim/facts/journeys.ts'
import type { MessageRecord } from '../../../sim/facts/message.ts'
import type { WorldRecord } from '../../../sim/facts/record.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import { messagesOf } from '../../inspector/messages.ts'
import { journeysOf } from '../../inspector/whole-message.ts'
import { onStage } from '../../state/runtime.ts'
import { useLab } from '../../state/store.ts'
import { worldName } from '../../words/world-name.ts'
import { asOf } from '../as-of.ts'
import { clockAt, roughly } from '../clock.ts'
import { lineOf, triesOf, type Line } from './layout.ts'

export interface Row {
  readonly key: string
  readonly world: string
  readonly record: WorldRecord
  readonly message: MessageRecord
  /** One for each recipient. */
  readonly journeys: readonly JourneyReading[]
  readonly line: Line
}

/** More is not read by anybody, and would be drawn anew with each fact. */
const LINES_MAX = 120

/** Messages in the order in which they were written, each in every world on the stage. */
export function useRows(level: Level): readonly Row[] {
  const worlds = useLab((s) => s.worlds)
  const revision = useLab((s) => s.revision)
  const cursor = useLab((s) => s.cursor)
  const scenario = useLab((s) => s.scenario)
  return useMemo(() => {
    const shown = onStage(asOf(worlds, revision))
    const messages = messagesOf({ worlds: shown, cursor }).slice(0, LINES_MAX / 2)
    return messages.flatMap((one) =>
      one.worlds.map(({ world: { index, record }, message }): Row => {
        const journeys = journeysOf(index, message, cursor)
        return {
          key: `${one.id} ${record.id}`,
          world: worldName(scenario, record.id, level),
          record,
          message: one.record,
          journeys,
          line: lineOf(journeys, cursor),
        }
      }),
    )
  }, [worlds, revision, cursor, scenario, level])
}

/** The same as cells of a table: a line per try. */
export function cellsOf(rows: readonly Row[]): string[][] {
  return rows.flatMap(({ world, record, message, journeys }) => {
    const tries = triesOf(journeys)
    return tries.map((one, i) => {
      const before = tries[i - 1]
      const since = before === undefined ? one.at : (before.endedAt ?? before.at)
      const waited = before === undefined || since > one.at ? '–' : roughly(one.at - since)
      const clock = clockAt(record, one.at)
      return [world, message.id, String(i + 1), clock, one.reply || '…', waited]
    })
  })
}
