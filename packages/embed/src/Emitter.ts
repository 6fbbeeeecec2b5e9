// SPDX-License-Identifier: Apache-2.0
// The part of Node's event emitter that host pages use, by its names.

/** What a listener takes depends on the event; that is for api.ts to say. */
type Listener = (...args: never[]) => void
interface Registered {
  readonly listener: Listener
  readonly once: boolean
}

export class Emitter {
  readonly #registered = new Map<string, readonly Registered[]>()

  on(name: string, listener: Listener): this {
    return this.#add(name, { listener, once: false })
  }

  addListener(name: string, listener: Listener): this {
    return this.on(name, listener)
  }

  once(name: string, listener: Listener): this {
    return this.#add(name, { listener, once: true })
  }

  off(name: string, listener: Listener): this {
    const before = this.#registered.get(name) ?? []
    const index = before.findLastIndex((one) => one.listener === listener)
    this.#registered.set(
      name,
      before.filter((_, at) => at !== index),
    )
    return this
  }

  removeListener(name: string, listener: Listener): this {
    return this.off(name, listener)
  }

  removeAllListeners(name?: string): this {
    if (name === undefined) this.#registered.clear()
    else this.#registered.delete(name)
    return this
  }

  /** @returns whether anybody listened. */
  emit(name: string, ...args: unknown[]): boolean {
    const registered = this.#registered.get(name) ?? []
    for (const { listener, once } of registered) {
      if (once) this.off(name, listener)
      Reflect.apply(listener, this, args)
    }
    return registered.length > 0
  }

  listeners(name: string): Listener[] {
    return (this.#registered.get(name) ?? []).map(({ listener }) => listener)
  }

  listenerCount(name: string): number {
    return this.listeners(name).length
  }

  eventNames(): string[] {
    return [...this.#registered].filter(([, registered]) => registered.length > 0).map(([name]) => name)
  }

  /** There is no limit. */
  setMaxListeners(): this {
    return this
  }

  #add(name: string, registered: Registered): this {
    this.#registered.set(name, [...(this.#registered.get(name) ?? []), registered])
    return this
  }
}
