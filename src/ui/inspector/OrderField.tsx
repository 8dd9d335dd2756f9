/** Which checks come first: a list in which each can be moved, and nothing else can be written. */
import { useEffect, useId, useRef, useState } from 'react'
import { checkTitle, isCheckOn } from '../../sim/policy/lookup.ts'
import type { Level } from '../../sim/scenarios/scenario.ts'
import type { OptionValue } from '../state/acts.ts'
import { moved, orderOf, valueOf } from './check-order.ts'
import type { FieldProps } from './OptionFields.tsx'
import { ORDER } from './option-words.ts'
import styles from './options.module.css'

interface Props extends FieldProps {
  readonly level: Level
  /** Values of the host's options by key: a check that is off is never asked. */
  readonly settings: Readonly<Record<string, OptionValue>>
}

/** What has just been moved, and by which of its buttons. */
interface Move {
  readonly id: string
  readonly by: 1 | -1
}

export function OrderField({ option, value, about, onChange, level, settings }: Props) {
  const label = useId()
  const list = useRef<HTMLOListElement>(null)
  const [last, setLast] = useState<Move | null>(null)
  const { spec } = option
  const usual = spec.type === 'order' ? spec.values : []
  const order = orderOf(String(value), usual)
  const nameOf = (id: string): string => checkTitle(id)?.title ?? id
  // A line that changes its place loses the focus on the way.
  useEffect(() => {
    if (last === null) return
    const button = list.current?.querySelector<HTMLElement>(`[data-move="${last.id} ${last.by}"]`)
    button?.focus()
  }, [last])
  const move = (id: string, by: 1 | -1): void => {
    setLast({ id, by })
    onChange(valueOf(moved(order, id, by), usual))
  }
  const place = last === null ? 0 : order.indexOf(last.id) + 1
  return (
    <div className={styles.order} role="group" aria-labelledby={label} aria-describedby={about}>
      <span id={label}>{spec.about}</span>
      <ol ref={list}>
        {order.map((id, i) => (
          <li key={id} data-off={!isCheckOn(id, settings) || undefined}>
            <span className={styles.orderName}>
              {nameOf(id)}
              {!isCheckOn(id, settings) && <small> {ORDER.off[level]}</small>}
            </span>
            {([-1, 1] as const).map((by) => (
              <button
                key={by}
                type="button"
                className="button"
                data-move={`${id} ${by}`}
                aria-disabled={i + by < 0 || i + by >= order.length}
                aria-label={ORDER.move(nameOf(id), by)}
                onClick={() => move(id, by)}
              >
                {by < 0 ? ORDER.earlier : ORDER.later}
              </button>
            ))}
          </li>
        ))}
      </ol>
      <span className="for-readers" aria-live="polite">
        {last !== null && ORDER.now(nameOf(last.id), place, order.length)}
      </span>
    </div>
  )
}
