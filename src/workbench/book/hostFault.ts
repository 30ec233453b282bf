// The errors with which Excel answers a request, by code, in Excel's own words. Knows nothing of who asked.

/** Excel's words for its error codes, as its Chinese documentation gives them (excel-add-ins-error-handling). */
const MESSAGES = {
  AccessDenied: '无法执行所请求的操作。',
  ActivityLimitReached: '已达到活动限制。',
  ApiNotAvailable: '请求的 API 不可用。',
  ApiNotFound: '找不到您尝试使用的 API。它可能在较新版本的 Excel 中可用。',
  BadPassword: '提供的密码不正确。',
  GeneralException: '处理请求时出现内部错误。',
  InsertDeleteConflict: '尝试的插入或删除操作导致冲突。',
  InvalidArgument: '自变量无效、缺少或格式不正确。',
  InvalidOperation: '尝试的操作对该对象无效。',
  InvalidOperationInCellEditMode: 'Excel 处于单元格编辑模式。请使用 Enter 或 Tab 键或选择其他单元格退出编辑模式，然后重试。',
  InvalidReference: '此引用对于当前操作无效。',
  InvalidSelection: '当前所选内容对于此操作无效。',
  ItemAlreadyExists: '正在创建的资源已存在。',
  ItemNotFound: '所请求的资源不存在。',
  NotImplemented: '未实现所请求的功能。',
  RequestAborted: '请求在运行时间内中止。',
  RequestPayloadSizeLimitExceeded: '请求有效负载大小已超出限制。',
  ResponsePayloadSizeLimitExceeded: '响应有效负载大小已超出限制。',
  UnsupportedOperation: '不支持正在尝试的操作。',
} as const;

/** A code with which Excel refuses. */
export type HostFaultCode = keyof typeof MESSAGES;

/** Excel's own words for a code; a code not known here gets the words of a general failure. */
export function hostMessage(code: string): string {
  return Object.hasOwn(MESSAGES, code) ? MESSAGES[code as HostFaultCode] : MESSAGES.GeneralException;
}

/** Excel refuses: the code that an add-in sees, and why in this case (for a developer; Excel itself does not say it). */
export class HostFault extends Error {
  constructor(readonly code: HostFaultCode, readonly why: string) {
    super(MESSAGES[code]);
    this.name = 'HostFault';
  }
}

/** Refuses a value, a size or a name that Excel does not take. */
export function invalid(why: string): HostFault {
  return new HostFault('InvalidArgument', why);
}
