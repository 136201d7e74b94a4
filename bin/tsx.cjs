#!/usr/bin/env node
'use strict'
// Runs one TypeScript file with the same thread pool as the product: node bin/tsx.cjs FILE [ARGS]
process.env.UV_THREADPOOL_SIZE ??= '16'
const { pathToFileURL } = require('node:url')
const { resolve } = require('node:path')
const [file, ...rest] = process.argv.slice(2)
process.argv = [process.argv[0], resolve(file), ...rest]
import('tsx/esm/api')
  .then(({ register }) => {
    register()
    return import(pathToFileURL(resolve(file)).href)
  })
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
