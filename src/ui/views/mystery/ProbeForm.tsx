/** Chooses a probe and sends it. */
import { useId, useState, type FormEvent } from 'react'
import type { MysterySpec } from '../../../sim/scenarios/mystery.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import { formatDuration, parseDuration } from '../../../sim/units.ts'
import { probesSent, sendProbe } from '../../state/riddle.ts'
import { useLab } from '../../state/store.ts'
import { PROBE } from './words.ts'
import styles from './mystery.module.css'

export interface RiddleProps {
  readonly mystery: MysterySpec
}

/** Positions in the lists of choices. */
interface Chosen {
  readonly place: number
  readonly sender: number
  readonly recipient: number
  readonly wait: number
}

const FIRST: Chosen = { place: 0, sender: 0, recipient: 0, wait: 0 }

export function ProbeForm({ mystery }: RiddleProps) {
  const level = useLab((s) => s.level)
  const handedIn = useLab((s) => s.handedIn)
  const sent = useLab((s) => probesSent(s.interventions).length)
  const [chosen, setChosen] = useState(FIRST)
  const left = mystery.probes - sent
  const over = useId()
  const isOver = handedIn || left <= 0
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const place = mystery.places[chosen.place]
    const sender = mystery.senders[chosen.sender]
    const recipient = mystery.recipients[chosen.recipient]
    if (isOver || !place || !sender || !recipient) return
    sendProbe({ place, sender, recipient }, waitOf(mystery, chosen.wait))
  }
  const names: Readonly<Record<keyof Chosen, readonly string[]>> = {
    place: mystery.places.map(({ title }) => title[level]),
    sender: mystery.senders.map(({ title }) => title[level]),
    recipient: mystery.recipients.map(({ title }) => title[level]),
    wait: mystery.waits.map((_, i) => waitText(mystery, i, level)),
  }
  return (
    <form className={styles.form} onSubmit={submit} aria-label={PROBE.title[level]}>
      {(['place', 'sender', 'recipient', 'wait'] as const).map((what) => (
        <label key={what}>
          {PROBE[what][level]}
          <select
            className="field"
            value={chosen[what]}
            onChange={(event) => setChosen({ ...chosen, [what]: Number(event.target.value) })}
          >
            {names[what].map((name, i) => (
              <option key={name} value={i}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      <div className={styles.row}>
        <button
          type="submit"
          className="button first"
          aria-disabled={isOver}
          aria-describedby={isOver ? over : undefined}
        >
          {PROBE.send[level]}
        </button>
        <span className={styles.left}>{PROBE.left(left, mystery.probes)}</span>
      </div>
      {isOver && (
        <p id={over} className={styles.note}>
          {(handedIn ? PROBE.over : PROBE.none)[level]}
        </p>
      )}
    </form>
  )
}

const waitOf = ({ waits }: MysterySpec, i: number): number =>
  parseDuration(waits[i] ?? '0 s', 's') ?? 0

function waitText(mystery: MysterySpec, i: number, level: Level): string {
  const wait = waitOf(mystery, i)
  return wait === 0
    ? PROBE.atOnce[level]
    : PROBE.later[level].replace('{time}', formatDuration(wait))
}
