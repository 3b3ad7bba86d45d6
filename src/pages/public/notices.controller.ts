import { StreamableFile } from '@nestjs/common';
import { TemplateSet } from '../../render/index.js';
import { OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { NoticesPage } from './notices-page.js';

/** The same for everybody, so that a proxy may answer a crowd; a minute old at most. */
const cached = 'public, max-age=60';

const routes = {
  list: page('/notices', { by: 'anyone', cached }),
  feed: page('/notices.atom', { by: 'anyone', cached: 'public, max-age=600' }),
  notice: page('/notices/:noticeId', { by: 'anyone', cached }),
  draft: page('/notices/:noticeId/draft', { by: 'anyone', cached }),
};

/** 公告: what is consulted on, until when, and the text itself. */
@PageController()
export class NoticesController {
  constructor(
    private readonly pages: NoticesPage,
    private readonly templates: TemplateSet,
  ) {}

  @OnPage(routes.list)
  async list() {
    return show('public/notices', await this.pages.list(), { title: '征求意见公告', layout: 'public' });
  }

  @OnPage(routes.feed)
  async feed() {
    const xml = Buffer.from(this.templates.render('feeds/notices', await this.pages.feed()));
    return new StreamableFile(xml, { type: 'application/atom+xml; charset=utf-8', length: xml.length });
  }

  @OnPage(routes.notice)
  async notice({ params }: PageInput<typeof routes.notice>) {
    const { title, view } = await this.pages.notice(params.noticeId);
    return show('public/notice', view, { title, layout: 'public' });
  }

  @OnPage(routes.draft)
  async draft({ params }: PageInput<typeof routes.draft>) {
    const { title, view } = await this.pages.draft(params.noticeId);
    return show('public/draft', view, { title, layout: 'public' });
  }
}
