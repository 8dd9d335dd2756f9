/**
 * What a person can do at this instant, as buttons. Each act is an intervention: it happens at the
 * time the clock shows, on every road, is drawn on the rail, and can be taken back.
 *
 * What belongs to people stands in the open; what belongs to servers behind "more" where there is
 * little room, and beside each server in the inspector.
 */
import { useId, useState } from 'react'
import { undoAct } from '../state/actions.ts'
import { useScene, type Scene } from '../inspector/scene.ts'
import { ActList } from './ActList.tsx'
import { waitingHosts } from './can-do.ts'
import { FlushAct, keepsQueue } from './FlushAct.tsx'
import { GreylistAct } from './GreylistAct.tsx'
import { LidAct } from './LidAct.tsx'
import { isServer, PowerAct } from './PowerAct.tsx'
import { SendAgainAct } from './SendAgainAct.tsx'
import { WriteAct } from './WriteAct.tsx'
import { actsMade } from './acts-made.ts'
import { ACTS } from './words.ts'
import styles from './acts.module.css'

/** On a phone the acts have a panel of their own, and room for all of them. */
const PHONE = 700

export function ActsBar() {
  const scene = useScene()
  const [open] = useState(() => window.innerWidth <= PHONE)
  const { scenario, level } = scene
  const hosts = scenario.hosts
    .map((host, index) => ({ scene, host, index }))
    // Whoever stands for a crowd is the one of it that can be got at.
    .filter(({ host }) => host.crowd === undefined)
  const laptops = hosts.filter(({ host }) => host.kind === 'mua')
  const servers = hosts.filter(({ host }) => isServer(host))
  const waiting = waitingHosts(scene.worlds, scene.cursor)
  if (scene.covered !== null) return <ProbesOnly scene={scene} />
  return (
    <section className={styles.acts} aria-label={ACTS.region[level]}>
      <div className={styles.row}>
        {laptops.map((one) => (
          <SendAgainAct key={one.host.id} {...one} />
        ))}
        {laptops.map((one) => (
          <LidAct key={one.host.id} {...one} />
        ))}
        {laptops.slice(0, 1).map((one) => (
          <WriteAct key={one.host.id} {...one} />
        ))}
        <TakeBack nothing={actsMade(scene.interventions).length === 0} />
      </div>
      <details className={styles.moreActs} open={open}>
        <summary>{ACTS.more[level]}</summary>
        <div className={styles.rows}>
          {servers.toReversed().map(({ host, index }) => (
            <PowerAct key={host.id} scene={scene} id={host.id} index={index} />
          ))}
          {servers
            .filter(({ host }) => keepsQueue(host))
            .map((one) => (
              <FlushAct key={one.host.id} {...one} waits={waiting.has(one.index)} />
            ))}
          {servers
            .filter(({ host }) => host.kind === 'mx')
            .map((one) => (
              <GreylistAct key={one.host.id} {...one} />
            ))}
          <p className={styles.note}>{ACTS.applies[level]}</p>
          <ActList scene={scene} />
        </div>
      </details>
    </section>
  )
}

/** In a riddle there are only probes: anything else would tell more than a sender can know. */
function ProbesOnly({ scene }: { readonly scene: Scene }) {
  return (
    <section className={styles.acts} aria-label={ACTS.region[scene.level]}>
      <p className={styles.note}>{ACTS.probesOnly[scene.level]}</p>
      <ActList scene={scene} />
    </section>
  )
}

/** It stays where it is when there is nothing to take back, and says so. */
function TakeBack({ nothing }: { readonly nothing: boolean }) {
  const none = useId()
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={nothing}
        aria-describedby={nothing ? none : undefined}
        onClick={undoAct}
      >
        {ACTS.undo}
      </button>
      {nothing && (
        <span id={none} className="for-readers">
          {ACTS.listNone}
        </span>
      )}
    </>
  )
}
