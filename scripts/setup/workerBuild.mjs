// SPDX-License-Identifier: Apache-2.0
// Builds mediasoup's worker from the source in its npm package against Debian's libraries, for machines that cannot
// download mediasoup's own binary. What goes into the build is data in ../media-worker/recipe.mjs.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { recipe } from '../media-worker/recipe.mjs'
import { ensureDebianPackages, hasDebianPackages } from './debian.mjs'
import { beginStep, SetupError } from './log.mjs'
import { repositoryRoot } from './paths.mjs'
import { capture, tail } from './run.mjs'

const includeFolder = join(repositoryRoot, 'scripts/media-worker/include')

/**
 * @param {string} workerSource mediasoup's `worker` folder; only read
 * @param {string} buildFolder an empty folder for everything that the build makes
 * @returns {Promise<string>} the binary's path, inside `buildFolder`
 */
export async function buildWorker(workerSource, buildFolder) {
  if (process.platform !== 'linux' || !hasDebianPackages()) {
    throw new SetupError(
      'No mediasoup worker could be downloaded, and building one here works with Debian or Ubuntu packages only.\n' +
        'Build or download `mediasoup-worker` yourself and set MEDIASOUP_WORKER_BIN to its path, then start this again.',
    )
  }
  await ensureDebianPackages(recipe.packages, "building mediasoup's media worker", 'about 20 s')
  const step = beginStep(
    `Building the media worker from source, once per mediasoup version (about 3 minutes on 2 cores, this machine has ${availableParallelism()})`,
  )
  await generateSchemas(workerSource, buildFolder)
  const sources = sourcesOf(workerSource)
  const patched = writePatchedSources(workerSource, buildFolder)
  writeFileSync(join(buildFolder, 'all.hpp'), recipe.precompiledHeaders.map((name) => `#include "${name}"\n`).join(''))
  writeFileSync(join(buildFolder, 'build.ninja'), toNinja(workerSource, sources, patched))

  const { ok, output } = await capture('ninja', ['-C', buildFolder, '-v'], {
    env: { ...process.env, NINJA_STATUS: '[%f/%t] ' },
    onLine: (line) => {
      const match = /^\[(\d+)\/(\d+)\]/.exec(line)
      if (match) step.progress(`compiling ${match[1]}/${match[2]}`)
    },
  })
  if (!ok) throw new SetupError(`The media worker could not be compiled:\n${tail(output, 30)}`)
  step.done(`built from ${sources.length} files`)
  return join(buildFolder, 'mediasoup-worker')
}

/**
 * @param {string} workerSource
 * @param {string} buildFolder
 */
async function generateSchemas(workerSource, buildFolder) {
  const schemas = readdirSync(join(workerSource, 'fbs')).filter((name) => name.endsWith('.fbs'))
  const args = [...recipe.flatcFlags, '-o', join(buildFolder, 'FBS')]
  const { ok, output } = await capture('flatc', [...args, ...schemas.map((name) => join(workerSource, 'fbs', name))])
  if (!ok) throw new SetupError(`flatc could not generate the worker's message headers:\n${tail(output)}`)
}

/**
 * The files to compile, relative to `workerSource`.
 * @param {string} workerSource
 */
function sourcesOf(workerSource) {
  const listed = recipe.sourceLists.flatMap(({ file, variable, folder }) => {
    const text = readFileSync(join(workerSource, file), 'utf8')
    const list = new RegExp(`^${variable} = \\[([^\\]]*)\\]`, 'm').exec(text)?.[1]
    if (!list) throw unknownSource(`${file} has no list ${variable}`)
    return [...list.matchAll(/'([^']+)'/g)].map((match) => folder + match[1])
  })
  return [...listed, ...recipe.extraSources]
}

/**
 * Writes changed copies into the build folder, and tells which file each stands for.
 * @param {string} workerSource
 * @param {string} buildFolder
 * @returns {Map<string, string>} source file → its copy, relative to `buildFolder`
 */
function writePatchedSources(workerSource, buildFolder) {
  const copies = new Map()
  for (const { file, find, replace } of recipe.patches) {
    const text = readFileSync(join(workerSource, file), 'utf8')
    if (text.split(find).length !== 2) throw unknownSource(`${file} no longer contains \`${find}\` once`)
    const copy = `patched/${file.replaceAll('/', '_')}`
    mkdirSync(join(buildFolder, 'patched'), { recursive: true })
    writeFileSync(join(buildFolder, copy), text.replace(find, replace))
    copies.set(file, copy)
  }
  return copies
}

/** @param {string} detail */
function unknownSource(detail) {
  return new SetupError(
    `This mediasoup version is not the one that scripts/media-worker/recipe.mjs was written for: ${detail}.\n` +
      'Adapt the recipe, or set MEDIASOUP_WORKER_BIN to a worker binary of this version.',
  )
}

/**
 * @param {string} workerSource
 * @param {string[]} sources
 * @param {Map<string, string>} patched
 */
function toNinja(workerSource, sources, patched) {
  const path = (/** @type {string} */ text) => text.replace(/[$ :]/g, '$$$&')
  const includes = [includeFolder, '.', 'include', 'deps/libwebrtc', 'deps/libwebrtc/libwebrtc'].map((folder) =>
    folder.startsWith('/') || folder === '.' ? folder : join(workerSource, folder),
  )
  const lines = [
    `flags = ${recipe.compilerFlags.join(' ')} ${includes.map((folder) => `-I'${path(folder)}'`).join(' ')}`,
    'rule precompile',
    '  command = g++ $flags -x c++-header -c $in -o $out',
    'rule compile',
    '  command = g++ $flags $extra -c $in -o $out',
    'rule link',
    '  command = g++ -s -o $out $in $libraries',
    'build all.hpp.gch: precompile all.hpp',
  ]
  const objects = sources.map((source, index) => {
    const object = `objects/${index}.o`
    const input = patched.get(source) ?? path(join(workerSource, source))
    lines.push(`build ${object}: compile ${input} | all.hpp.gch`)
    // libwebrtc's files (.cc) include none of the worker's headers.
    if (source.endsWith('.cpp')) lines.push('  extra = -include all.hpp')
    return object
  })
  lines.push(`build mediasoup-worker: link ${objects.join(' ')}`)
  lines.push(`  libraries = ${recipe.libraries.map((name) => `-l${name}`).join(' ')}`)
  lines.push('default mediasoup-worker')
  return `${lines.join('\n')}\n`
}
