import { OperatingFailure, Refusal } from '../platform/index.js';

const saveAsDocx = '请用Word或WPS打开原文件，选择“另存为”，类型选“Word文档（*.docx）”，保存后重新上传。';
const saveAsXlsx = '请用Excel或WPS打开原文件，选择“另存为”，类型选“Excel工作簿（*.xlsx）”，保存后重新上传。';

/** Why an uploaded file cannot be taken, each with what its sender can do about it. */
const sentences = {
  'file-empty': '文件是空的。请检查选择的文件，重新上传。',
  'file-too-large': '文件超过20MB。请压缩其中的图片，或者把附图另行上传，再重新上传。',
  'not-a-docx': `这不是Word文档（.docx）。${saveAsDocx}`,
  'old-word-format': `这是旧版Word或WPS文档（.doc、.wps），即使文件名是.docx也无法读取。${saveAsDocx}`,
  'html-not-docx': `这是网页文件（HTML），即使文件名是.doc也不是Word文档。${saveAsDocx}`,
  'xml-not-docx': `这是Word 2003的XML文件，无法读取。${saveAsDocx}`,
  'rtf-not-docx': `这是RTF文件，即使文件名是.doc也不是Word文档。${saveAsDocx}`,
  'odf-not-docx': `这是OpenDocument文件（.odt等），无法读取。${saveAsDocx}`,
  'ofd-not-docx': `这是OFD版式文件，无法从中读取正文。请上传可编辑的Word文档。${saveAsDocx}`,
  'image-not-docx': `这是图片，无法从中读取文字。请上传可编辑的Word文档。${saveAsDocx}`,
  'xlsx-not-docx': '这是Excel工作簿，不是Word文档。请选择文稿或者材料的Word文档（.docx），重新上传。',
  'pdf-not-docx': `这是PDF文件，无法从中读取正文。请上传可编辑的Word文档。${saveAsDocx}`,
  'not-a-sheet': `这不是Excel工作簿（.xlsx）或CSV文件。${saveAsXlsx}`,
  'pdf-not-sheet': `这是PDF文件，无法从中读取表格。${saveAsXlsx}`,
  'docx-not-sheet': '这是Word文档，不是表格文件。请把其中的表格复制到Excel或WPS表格，保存为.xlsx后重新上传。',
  'html-not-sheet': `这是网页文件（HTML），即使文件名是.xls也不是Excel工作簿。${saveAsXlsx}`,
  'xml-not-sheet': `这是Excel 2003的XML文件，无法读取。${saveAsXlsx}`,
  'odf-not-sheet': `这是OpenDocument文件（.ods等），无法读取。${saveAsXlsx}`,
  'old-excel-format': `这是旧版Excel工作簿（.xls），无法读取。${saveAsXlsx}`,
  'wps-sheet': `这是WPS表格文件（.et），无法读取。${saveAsXlsx}`,
  'binary-workbook': `这是Excel二进制工作簿（.xlsb），无法读取。${saveAsXlsx}`,
  'picture-not-sheet': '这是图片，不是表格，无法读取。请把其中的内容录入Excel工作簿（*.xlsx）后重新上传。',
  'archive-not-sheet': '这是压缩包，不是表格。请先解压，再逐个上传其中的表格。',
  'sheet-not-found': '工作簿中没有指定名称的工作表。请核对工作表名称，重新上传。',
  'file-encrypted': '文件设有打开密码，无法读取。请用原软件打开，取消密码后保存，再重新上传。',
  'file-has-macros': '文件带有宏，按安全要求不予接收。请另存为不带宏的格式（.docx或.xlsx），再重新上传。',
  'archive-bomb': '文件解压后过大或压缩比异常，按安全要求不予接收。请压缩或删去其中的图片，另存后重新上传。',
  'archive-unsafe': '文件内部结构异常，按安全要求不予接收。请用原软件打开，另存为新文件后重新上传。',
  'file-broken': '文件已损坏或者没有传完整，无法读取。请用原软件打开确认，另存为新文件后重新上传。',
  'too-many-rows': '表格超过20万行，无法一次导入。请分成几个文件，分次导入。',
  'unknown-encoding': '文件的文字编码无法识别。请用Excel或WPS打开，另存为“CSV UTF-8”格式后重新上传。',
  'not-a-scan': '只接收PDF、JPEG、PNG格式的扫描件。请将盖章页扫描或拍照，保存为其中一种格式后上传。',
} as const;

export type UploadFault = keyof typeof sentences;

/** A file that a person sent cannot be taken; nothing else that they entered is touched. */
export class UploadRefused extends Refusal {
  constructor(readonly fault: UploadFault) {
    super(fault, sentences[fault], fault === 'file-too-large' ? 413 : 422);
  }
}

/** Bytes that rows name by digest are not in the store, or are no longer the bytes that were put there. */
export class ContentDamaged extends OperatingFailure {
  constructor(
    sha256: string,
    readonly fault: 'missing' | 'changed',
  ) {
    const what = fault === 'missing' ? '缺少文件' : '文件内容已被改动';
    super(
      fault === 'missing' ? 'content-missing' : 'content-changed',
      `数据文件夹中${what}：files/${sha256.slice(0, 2)}/${sha256}，这一项暂时不能办理。请告诉管理员从备份恢复该文件，然后再试。`,
    );
  }
}
