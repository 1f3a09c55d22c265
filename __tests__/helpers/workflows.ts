import { readFileSync } from 'node:fs'
import {
  convertWorkflowTemplate,
  isBasicExpression,
  isMapping,
  isSequence,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { type ActionTemplate, convertActionTemplate } from '@actions/workflow-parser/actions/action-template'
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/index'

const trace = new NoOperationTraceWriter()

/** A step of a workflow, of whatever job; texts as written, `''` where there is none. */
export interface Step {
  readonly job: string
  readonly id: string
  readonly name: string
  readonly uses: string
  readonly run: string
  readonly with: Readonly<Record<string, string>>
}

/** YAML as plain values; an expression is the text that was written. */
type Plain = string | Plain[] | { [key: string]: Plain }
type Job = { readonly [key: string]: Plain }

export interface Workflow {
  /** What the official schema and the expression parser object to. */
  readonly errors: readonly string[]
  readonly steps: readonly Step[]
  readonly jobs: Readonly<Record<string, Job>>
}

/** This repository's action.yml. Throws when GitHub would not take it. */
export function readAction(): ActionTemplate {
  const content = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
  const { context, value } = parseAction({ name: 'action.yml', content }, trace)
  if (!value) throw new Error('action.yml is empty')
  const template = convertActionTemplate(context, value)
  const errors = context.errors.getErrors()
  if (errors.length > 0) throw new Error(errors.join('\n'))
  return template
}

/** A workflow as GitHub's own parser reads it. */
export async function readWorkflow(name: string, content: string): Promise<Workflow> {
  const { context, value } = parseWorkflow({ name, content }, trace)
  if (!value) throw new Error(`${name} is empty`)
  const template = await convertWorkflowTemplate(context, value)
  const errors = [...context.errors.getErrors().map(String), ...(template.errors ?? []).map(({ Message }) => Message)]
  const jobs = (plain(value) as { jobs?: Record<string, Job> }).jobs ?? {}
  const steps = Object.entries(jobs).flatMap(([job, { steps = [] }]) =>
    (steps as Job[]).map((step) => toStep(job, step)),
  )
  return { errors, steps, jobs }
}

/** Steps alone, as the workflow that they would stand in. */
export function wrapSteps(steps: string): string {
  return `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`
}

export function isThisAction({ uses }: Pick<Step, 'uses'>): boolean {
  return uses === './' || uses.startsWith('OWNER/appsign@')
}

function toStep(job: string, step: Job): Step {
  const { id = '', name = '', uses = '', run = '' } = step as Record<string, string>
  return { job, id, name, uses, run, with: (step.with ?? {}) as Record<string, string> }
}

function plain(token: TemplateToken): Plain {
  if (isSequence(token)) return [...token].map(plain)
  if (isMapping(token)) return Object.fromEntries([...token].map(({ key, value }) => [String(key), plain(value)]))
  if (isBasicExpression(token)) return token.source ?? token.toString()
  return token.toString()
}
