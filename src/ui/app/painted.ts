/** The first picture has been painted: frame callbacks run before a paint, tasks after it. */
export const painted = new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve))
})
