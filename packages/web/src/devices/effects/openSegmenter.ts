// SPDX-License-Identifier: Apache-2.0
// Tells the person from the room in a picture, with MediaPipe's model for selfies. The library, its WebAssembly and the model come from its npm
// package and are served by us. The only file that knows the library.
import type { SelfieSegmentation } from '@mediapipe/selfie_segmentation'
import graphUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.binarypb?url'
import libraryUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.js?url'
import modelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url'
import landscapeModelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_landscape.tflite?url'
import dataUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.data?url'
import simdLoaderUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.js?url'
import simdWasmUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_simd_wasm_bin.wasm?url'
import loaderUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_wasm_bin.js?url'
import wasmUrl from '@mediapipe/selfie_segmentation/selfie_segmentation_solution_wasm_bin.wasm?url'

export interface Segmenter {
  /** Resolves when the result was given. */
  segment(picture: HTMLCanvasElement): Promise<void>
  close(): void
}

const files: Readonly<Record<string, string>> = {
  'selfie_segmentation.binarypb': graphUrl,
  'selfie_segmentation.tflite': modelUrl,
  'selfie_segmentation_landscape.tflite': landscapeModelUrl,
  'selfie_segmentation_solution_simd_wasm_bin.data': dataUrl,
  'selfie_segmentation_solution_simd_wasm_bin.js': simdLoaderUrl,
  'selfie_segmentation_solution_simd_wasm_bin.wasm': simdWasmUrl,
  'selfie_segmentation_solution_wasm_bin.js': loaderUrl,
  'selfie_segmentation_solution_wasm_bin.wasm': wasmUrl,
}
/** The library's name for its model of wide pictures, the faster one. */
const landscapeModel = 1

/** @param onMask gets what is opaque where the person is. */
export async function openSegmenter(onMask: (mask: CanvasImageSource) => void): Promise<Segmenter> {
  await loadLibrary()
  if (!window.SelfieSegmentation) throw new Error('the library is not there')
  const library = new window.SelfieSegmentation({ locateFile: (name) => files[name] ?? name })
  library.setOptions({ modelSelection: landscapeModel })
  library.onResults(({ segmentationMask }) => onMask(segmentationMask))
  await library.initialize()
  return {
    segment: (picture) => library.send({ image: picture }),
    close: () => void library.close().catch(() => {}),
  }
}

let loading: Promise<void> | undefined

/** A script of the old kind: it puts its class on the window and cannot be imported. */
function loadLibrary(): Promise<void> {
  loading ??= new Promise<void>((resolve, reject) => {
    const script = document.createElement('script')
    script.src = libraryUrl
    script.onload = () => resolve()
    script.onerror = () => {
      loading = undefined
      reject(new Error('the library could not be loaded'))
    }
    document.head.append(script)
  })
  return loading
}

declare global {
  interface Window {
    SelfieSegmentation?: typeof SelfieSegmentation
  }
}
