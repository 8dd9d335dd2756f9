/**
 * A host's options with the values that hold now; those that may change can be changed here. Options
 * of one subject are folded together; a fold is open where something in it is not as usual.
 */
import { useId, useState } from 'react'
import { optionsOf, type ScenarioOption } from '../../sim/options.ts'
import type { ScenarioFile } from '../../sim/scenarios/scenario.ts'
import { act, setOptionAtStart } from '../state/actions.ts'
import type { OptionValue } from '../state/acts.ts'
import { ChoiceField, NumberField, SwitchField } from './OptionFields.tsx'
import { groupsOf, type OptionGroup } from './option-groups.ts'
import { GROUPS } from './option-words.ts'
import { OrderField } from './OrderField.tsx'
import { optionAt, settingsAt, type OptionAt } from './options-at.ts'
import type { Scene } from './scene.ts'
import { OPTIONS, SET_BY } from './words.ts'
import styles from './inspector.module.css'
import fold from './options.module.css'

/** Options of a host. Which road a world takes is what makes the world, not a choice in it. */
export function optionsOfHost(scenario: ScenarioFile, id: string): ScenarioOption[] {
  return optionsOf(scenario).filter((one) => one.host === id && one.spec.key !== 'road')
}

interface ListProps {
  readonly scene: Scene
  readonly id: string
}

export function OptionList({ scene, id }: ListProps) {
  const { alone, groups } = groupsOf(optionsOfHost(scene.scenario, id))
  return (
    <>
      <Options scene={scene} options={alone} />
      {groups.map((group) => (
        <Group key={group.id} scene={scene} group={group} />
      ))}
    </>
  )
}

function Group({ scene, group }: { readonly scene: Scene; readonly group: OptionGroup }) {
  const changed = group.options.filter(
    ({ path }) => (nowOf(scene, path)?.by ?? 'default') !== 'default',
  )
  const [open, setOpen] = useState(changed.length > 0)
  const [before, setBefore] = useState(changed.length)
  // What is set from elsewhere shows; what is taken back leaves the fold as it is.
  if (before !== changed.length) {
    setBefore(changed.length)
    if (changed.length > before) setOpen(true)
  }
  const { level } = scene
  return (
    <details
      className={fold.group}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span>{group.title[level]}</span>
        {changed.length > 0 && <small>{GROUPS.changed(changed.length)[level]}</small>}
      </summary>
      {open && <Options scene={scene} options={group.options} />}
    </details>
  )
}

function Options({
  scene,
  options,
}: {
  readonly scene: Scene
  readonly options: readonly ScenarioOption[]
}) {
  if (options.length === 0) return null
  return (
    <ul className={styles.options}>
      {options.map((option) => (
        <OptionItem key={option.path} scene={scene} option={option} />
      ))}
    </ul>
  )
}

/** What holds now in the first world on the stage. */
function nowOf(scene: Scene, path: string): OptionAt | null {
  return optionAt({ ...scene, world: worldOf(scene) }, path, scene.cursor)
}

const worldOf = ({ worlds }: Scene): string => worlds[0]?.record.id ?? ''

interface ItemProps {
  readonly scene: Scene
  readonly option: ScenarioOption
}

function OptionItem({ scene, option }: ItemProps) {
  const { level } = scene
  const about = useId()
  const { spec, path, host } = option
  const now = nowOf(scene, path)
  const value = now?.value ?? option.initial
  const change = (next: OptionValue): void => {
    if (next === value) return
    if (spec.live) act({ kind: 'set', path, value: next })
    else setOptionAtStart(option, next)
  }
  const props = { option, value, about, onChange: change }
  return (
    <li className={styles.option}>
      {spec.type === 'switch' && <SwitchField {...props} />}
      {spec.type === 'choice' && <ChoiceField {...props} />}
      {(spec.type === 'duration' || spec.type === 'count') && <NumberField {...props} />}
      {spec.type === 'order' && (
        <OrderField
          {...props}
          level={level}
          settings={settingsAt({ ...scene, world: worldOf(scene) }, host, scene.cursor)}
        />
      )}
      <p id={about} className={styles.soft}>
        <span aria-live="polite">{SET_BY[now?.by ?? 'default'][level]}.</span>{' '}
        {(spec.live ? OPTIONS.live : OPTIONS.atStart)[level]}
        {level !== 'everyday' && <span className={styles.code}> {path}</span>}
      </p>
    </li>
  )
}
