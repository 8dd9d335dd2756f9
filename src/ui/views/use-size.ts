/** The size of an element, as it changes. */
import { useLayoutEffect, useState, type RefObject } from 'react'

export interface BoxSize {
  readonly width: number
  readonly height: number
}

/** Until the element is measured: an ordinary size, so that nothing divides by zero. */
const UNKNOWN: BoxSize = { width: 720, height: 170 }

export function useSize(ref: RefObject<HTMLElement | null>): BoxSize {
  const [size, setSize] = useState(UNKNOWN)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      setSize((old) => (old.width === width && old.height === height ? old : { width, height }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return size
}
