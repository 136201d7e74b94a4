import type { Command } from 'commander'
import type { AddTo } from '../invocation.ts'
import { addEvaluate } from './classify-evaluate.ts'
import { addPredict } from './classify-predict.ts'
import { addTrain } from './classify-train.ts'

/** `huizhi classify train|predict|evaluate`: learns from an office's own labels and classifies files. */
export function addClassify(program: Command, add: AddTo): void {
  const classify = program.command('classify').description('按目录分类').helpOption('-h, --help', '显示帮助')
  addTrain(classify, add)
  addPredict(classify, add)
  addEvaluate(classify, add)
}
