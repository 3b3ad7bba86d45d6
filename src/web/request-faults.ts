import { uploadLimits } from './upload.js';

export interface RequestFault {
  status: number;
  code: string;
  detail: string;
}

const fault = (status: number, code: string, detail: string): RequestFault => ({ status, code, detail });

const malformedJson = fault(
  400,
  'malformed-json',
  '提交的内容不是正确的 JSON。请检查引号、逗号和括号后再提交。',
);
const tooLarge = fault(413, 'body-too-large', '提交的内容超过1 MB，未予接收。请缩减内容，或者改用上传文件。');
const tooManyParts = fault(
  413,
  'too-many-parts',
  `一次只能上传1个文件，另附不超过${uploadLimits.fields}栏内容。请分几次提交。`,
);
const brokenForm = fault(400, 'malformed-form', '上传的内容不完整或者格式有误，未予接收。请重新上传。');

/** What the server below finds wrong with a request before any handler sees it, in Chinese. */
const faultsByCode: Record<string, RequestFault> = {
  FST_ERR_CTP_INVALID_JSON_BODY: malformedJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: malformedJson,
  FST_ERR_CTP_BODY_TOO_LARGE: tooLarge,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: fault(
    415,
    'unsupported-media-type',
    '不支持这种内容类型。请以 application/json 提交内容，以 multipart/form-data 上传文件。',
  ),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: fault(400, 'wrong-length', '收到的内容与声明的长度不符。请重新提交。'),
  FST_REQ_FILE_TOO_LARGE: fault(
    413,
    'file-too-large',
    `文件超过${uploadLimits.fileMegabytes} MB，未予接收。请压缩图片或者拆分后再上传。`,
  ),
  FST_FILES_LIMIT: tooManyParts,
  FST_FIELDS_LIMIT: tooManyParts,
  FST_PARTS_LIMIT: tooManyParts,
  FST_PROTO_VIOLATION: brokenForm,
  FST_INVALID_JSON_FIELD_ERROR: brokenForm,
  FST_MP_PREMATURE_CLOSE: brokenForm,
  FST_ERR_BAD_URL: fault(400, 'malformed-address', '地址中有无法辨认的字符。请检查地址后再试。'),
};

const faultsByStatus: Record<number, RequestFault> = {
  400: fault(400, 'malformed-request', '请求格式有误。请检查后再提交。'),
  404: fault(404, 'unknown-address', '没有这个地址。全部接口见 /api。'),
  405: fault(405, 'wrong-method', '这个地址不支持该请求方法。全部接口见 /api。'),
  408: fault(408, 'too-slow', '内容迟迟没有传完，连接已断开。请检查网络后再提交。'),
  413: tooLarge,
  414: fault(414, 'address-too-long', '地址过长。请减少查询条件。'),
  431: fault(431, 'headers-too-large', '地址或者请求头过长，未予接收。请减少查询条件后再试。'),
};

const multipartMessages = /multipart|Multipart|Unexpected end|boundary|Malformed part/;

/** The fault behind an error that the server threw, or undefined when the error is the program's own. */
export function requestFaultOf(error: unknown): RequestFault | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, statusCode } = cause as { code?: unknown; statusCode?: unknown };
    if (typeof code === 'string' && code in faultsByCode) return faultsByCode[code];
    if (typeof statusCode === 'number' && statusCode < 500) return faultByStatus(statusCode);
    if (isMultipartSyntax(cause)) return brokenForm;
  }
  return undefined;
}

export const faultByStatus = (status: number): RequestFault =>
  faultsByStatus[status] ?? { ...faultsByStatus[400], status };

/** The parser of multipart bodies throws plain errors. */
const isMultipartSyntax = (error: Error): boolean =>
  error.name === 'Error' && multipartMessages.test(error.message);
