import { readClauseMark } from './numbering.js';
import type { SourceLine } from './source-line.js';

/**
 * What a web page prints around a document. Each pattern is held against a whole line without spaces, so that no
 * sentence of a plan is taken for one.
 */
const shellLines = [
  '(?:您|你)?(?:(?:的)?(?:当前|所在|现在的?))?(?:的)?位置(?:是)?[:：].*',
  '首页(?:[>＞»/|｜→-].*)?',
  '(?:网站|政府)?(?:首页|导航)(?:[>＞»|｜].*)?',
  '.{0,12}[>＞»].{0,20}[>＞»].{0,40}',
  '(?:索引号|索取号|信息索引号|主题分类|公开类别|公开属性|文号|发文字号|发布机构|发文机关|公开主体|生成日期|成文日期|发布日期|发布时间|有效性|体裁分类|组配分类)[:：].{0,60}',
  '(?:稿件|文章|信息)?(?:来源|作者|责任编辑|编辑|审核|供稿)[:：].{0,30}(?:发布时间|时间|日期|浏览|字体|字号|阅读|点击).{0,60}',
  '(?:浏览|阅读|点击|访问)(?:次数|量|数)[:：]?.{0,12}',
  '[【［\\[(（]?(?:字体|字号)[:：]?[【［\\[]?(?:[大中小特默认加减A+-]|[】］\\]|｜\\s]){0,14}[】］\\])）]?.{0,8}',
  '[【［\\[(（]?大[|｜/]?中[|｜/]?小[】］\\])）]?',
  '(?:一键)?分享(?:到|至)?[:：]?.{0,40}',
  '(?:微信|微博|新浪微博|QQ空间|QQ好友|朋友圈|人人网|豆瓣)(?:[、|｜/]?(?:微信|微博|新浪微博|QQ空间|QQ好友|朋友圈)){0,6}',
  '[【［\\[(（]?(?:打印|下载|收藏|纠错|返回顶部|回到顶部|关闭|返回|推荐)(?:本页|本文|此页|页面|窗口|列表)?[】］\\])）]?(?:[|｜/【［\\[(（]{0,2}(?:打印|下载|收藏|纠错|返回顶部|关闭|返回|推荐)(?:本页|本文|此页|页面|窗口|列表)?[】］\\])）]?){0,6}',
  '(?:上|下)一[篇条页](?:[:：].*|)',
  '(?:相关(?:阅读|链接|文章|新闻|稿件|解读|信息|文件|附件)|延伸阅读|热点推荐|猜你喜欢|友情链接)[:：]?.{0,60}',
  '.{0,30}(?:版权所有|Copyright|©|AllRightsReserved).{0,80}',
  '.{0,20}ICP备?.{0,4}\\d+号?.{0,40}',
  '.{0,20}公网安备.{0,30}',
  '(?:主办|承办|技术支持)(?:单位)?[:：].{0,40}',
  '(?:主办单位|承办单位)[:：].{0,80}',
  '网站(?:标识码|地图|声明|管理).{0,60}',
  '(?:联系我们|关于我们|隐私(?:声明|政策)|使用帮助|法律声明|免责声明|无障碍(?:浏览|阅读)?|加入收藏|设为首页)(?:[|｜·-]?(?:联系我们|关于我们|网站地图|隐私(?:声明|政策)|使用帮助|法律声明|免责声明|无障碍(?:浏览|阅读)?|加入收藏|设为首页)){0,8}',
  '(?:扫一扫|扫描二维码|微信扫一扫|手机扫一扫|用手机).{0,30}',
  '(?:您的)?(?:浏览器|访问).{0,20}(?:不支持|JavaScript|升级).{0,30}',
].map((pattern) => new RegExp(`^(?:${pattern})$`, 'iu'));

/** Words that stand in many a document too, and only below its text belong to the page. */
const endOfText = new RegExp(
  '^(?:上一[篇条]|下一[篇条]|分享(?:到|至)|相关(?:阅读|链接|文章|新闻|稿件|解读)|延伸阅读|扫一扫)|版权所有|ICP备|公网安备|网站标识码',
  'u',
);

const withoutSpaces = (text: string): string => text.replace(/\s+/gu, '');

export const isShellLine = ({ text, isTable }: SourceLine): boolean => {
  const line = withoutSpaces(text);
  return !isTable && line.length <= 140 && shellLines.some((pattern) => pattern.test(line));
};

/**
 * Takes the shell of a web page off: its lines before the first clause and after the last, and whatever follows the
 * line that surely ends the text there (上一篇, 版权所有).
 * @param isFoot lines that belong to the document wherever they stand: 抄送, 印发, a date
 */
export function takeOffShell(
  lines: readonly SourceLine[],
  isFoot: (line: SourceLine) => boolean,
): { lines: SourceLine[]; shell: string[] } {
  const isMark = (line: SourceLine): boolean => !line.isBoxed && readClauseMark(line.text) !== undefined;
  const isArticle = (line: SourceLine): boolean =>
    (line.headingDepth ?? 0) > 0 || ['chapter', 'article'].includes(readClauseMark(line.text)?.kind ?? '');
  const first = lines.findIndex(isMark);
  const last = lines.findLastIndex(isArticle);
  const from = Math.max(last, first);
  const endsAt = lines.findIndex(
    (line, index) => index > from && isShellLine(line) && endOfText.test(withoutSpaces(line.text)),
  );
  const isShell = (line: SourceLine, index: number): boolean => {
    if (index > from && endsAt >= 0 && index >= endsAt) return !isFoot(line);
    return (first < 0 || index < first || index > from) && isShellLine(line);
  };
  return {
    lines: lines.filter((line, index) => !isShell(line, index)),
    shell: lines.filter(isShell).map((line) => line.text),
  };
}
