import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { PairingState } from '#contract'
import { ProblemError, request } from '#ui'

const lookEveryMs = 3000

/**
 * While the server does not know this wall: asks for a code to show and looks whether somebody has typed it in; then
 * loads the page anew. A code that has run out is replaced.
 */
export function usePairing(isUnknown: () => boolean): Readonly<ShallowRef<string | null>> {
  const code = shallowRef<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look(): Promise<void> {
    const state = await ask()
    if (!isUnknown()) return
    if (state?.isPaired === true) {
      location.reload()
      return
    }
    code.value = state?.code ?? null
    timer = setTimeout(() => void look(), lookEveryMs)
  }

  watch(
    isUnknown,
    (unknown) => {
      clearTimeout(timer)
      code.value = null
      if (unknown) void look()
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(timer)
  })
  return code
}

/** The pairing as it stands, begun when there is none; null while the server is away or has too many waiting. */
async function ask(): Promise<PairingState | null> {
  try {
    const state = await request<PairingState>('/wall/pairing')
    if (state.isPaired || state.code !== null) return state
    return await request<PairingState>('/wall/pairing', { method: 'POST' })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return null
  }
}
