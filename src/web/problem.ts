import { HttpException } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { GateRefusal } from '../engine/index.js';
import { type CurrentContent, OperatingFailure, Refusal, StaleRevision } from '../platform/index.js';
import { faultByStatus, requestFaultOf } from './request-faults.js';

/** RFC 9457, with `code` for programs and, for a gate that is not met, each requirement that is missing. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  event?: string;
  /** Of an edit that began from an earlier content: what is stored now. */
  current?: CurrentContent;
  unmet?: { requirement: string; sentence: string; facts: unknown }[];
  /** Of an unexpected error: what to tell whoever reads the log. */
  id?: string;
  /** Of a failure that is expected to pass; the header `Retry-After` says the same. */
  retryAfterSeconds?: number;
}

export const problemType = 'application/problem+json; charset=utf-8';

export function sendProblem(reply: FastifyReply, answer: Problem): void {
  // Of a download that failed before its first byte.
  reply.removeHeader('content-disposition');
  reply.status(answer.status).header('content-type', problemType).send(JSON.stringify(answer));
}

const titles: Record<number, string> = {
  400: '提交的内容有误',
  401: '需要登录',
  403: '无权办理',
  404: '找不到',
  405: '不支持该请求方法',
  408: '传输超时',
  409: '与当前情况冲突',
  413: '内容过大',
  415: '内容类型不支持',
  421: '主机名不符',
  422: '现在不能办理',
  431: '请求头过长',
  500: '系统出错',
  503: '暂时不能办理',
};

/** @param code also names the problem's type; readers compare it, they do not open it. */
export function problem(status: number, code: string, detail: string, instance: string): Problem {
  const title = titles[status] ?? titles[status < 500 ? 400 : 500];
  return { type: `urn:bianzhi:problem:${code}`, title, status, detail, instance, code };
}

/**
 * The answer to an error: what it refuses, or, when the error is unexpected, undefined.
 * @param instance path of the request, without its query, which may hold names
 */
export function problemOf(error: unknown, instance: string): Problem | undefined {
  if (error instanceof Refusal && error.status !== 500) {
    const refused = problem(error.status, error.code, error.userMessage, instance);
    if (error instanceof StaleRevision && error.current !== null)
      return { ...refused, current: error.current };
    return error instanceof GateRefusal ? { ...refused, ...gateDetails(error) } : refused;
  }
  if (error instanceof OperatingFailure) {
    const { code, userMessage, retryAfterSeconds } = error;
    return { ...problem(503, code, userMessage, instance), retryAfterSeconds };
  }
  const fault = requestFaultOf(error) ?? (error instanceof HttpException && faultOfNest(error));
  return fault ? problem(fault.status, fault.code, fault.detail, instance) : undefined;
}

export function unexpectedProblem(id: string, instance: string): Problem {
  const detail = `系统出错，未能办理，已记录在案（编号${id}）。请稍后再试；仍不行的，请将编号告知管理员。`;
  return { ...problem(500, 'unexpected', detail, instance), id };
}

function faultOfNest(error: HttpException) {
  const status = error.getStatus();
  return status < 500 && faultByStatus(status);
}

const gateDetails = (refusal: GateRefusal): Pick<Problem, 'event' | 'unmet'> => ({
  event: refusal.event,
  unmet: refusal.unmet.map(({ requirement, sentence, facts }) => ({ requirement, sentence, facts })),
});
