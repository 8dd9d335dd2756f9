/** A scenario's sweep: many runs at once, which are not shown before one has run it oneself. */
import { useEffect, useRef, useState } from 'react'
import type { ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import { useLab } from '../../state/store.ts'
import shared from '../views.module.css'
import { Band, type SweepProps } from './Band.tsx'
import { optionOf } from './own-run.ts'
import { SWEEP } from './words.ts'
import styles from './sweep.module.css'

/** Whether this view has anything to show. */
export const fitsSweep = (scenario: ScenarioFile): boolean => optionOf(scenario) !== undefined

export function SweepBand() {
  const scenario = useLab((s) => s.scenario)
  const option = optionOf(scenario)
  if (scenario.sweep === undefined || option === undefined) return null
  return <Covered key={scenario.id} spec={scenario.sweep} option={option} />
}

/** The band gives the answer away, so it waits for the end of a run, or for being asked. */
function Covered({ spec, option }: SweepProps) {
  const level = useLab((s) => s.level)
  const finished = useLab((s) => s.finished)
  const [seen, setSeen] = useState(finished)
  const heading = useRef<HTMLHeadingElement>(null)
  const [asked, setAsked] = useState(false)
  // Once is enough: it stays open when the scenario begins again.
  if (finished && !seen) setSeen(true)
  // The button that was pressed is gone: who pressed it goes on from the heading.
  useEffect(() => {
    if (asked) heading.current?.focus()
  }, [asked])
  if (seen || asked) return <Band spec={spec} option={option} heading={heading} />
  return (
    <section className={shared.view} aria-label={spec.title[level]}>
      <h3>{spec.title[level]}</h3>
      <p className={styles.about}>{SWEEP.covered[level]}</p>
      <button type="button" className="button" onClick={() => setAsked(true)}>
        {SWEEP.uncover[level]}
      </button>
    </section>
  )
}
