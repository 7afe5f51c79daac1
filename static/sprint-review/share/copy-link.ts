import type { ProjectId } from '../../../src/domain/ids';
import { getProject } from '../../../src/jira/projects';
import { copy } from '../../shared/clipboard';
import { jira } from '../../shared/jira';
import { readContext, showDone, showProblem, showText } from '../../shared/platform';
import { projectPageUrl } from '../../shared/project-page-url';
import { idIn } from '../extension-ids';

/** Copies the address of a review on its project's page, at which everybody who may see it finds the same sprint. */
export const copyLink = async (projectId: ProjectId, address: string): Promise<void> => {
  const url = await urlOf(projectId, address);
  if (url === null) {
    return showProblem({
      message:
        'Jira did not say the address of this review. Open the project’s page OKRs, there Review and this sprint, and copy the address from the browser.',
    });
  }
  if (await copy({ text: url })) showDone({ title: 'Link copied', description: url });
  else showText({ title: 'Copy this link', description: url });
};

const urlOf = async (projectId: ProjectId, address: string): Promise<string | null> => {
  try {
    return await projectPageUrl(await keyOf(projectId), `review/${address}`);
  } catch {
    return null;
  }
};

/** The host page tells the key of the project that it stands in; of another one, Jira does. */
const keyOf = async (projectId: ProjectId): Promise<string> => {
  const { project } = (await readContext()).extension;
  const key = (project as { readonly key?: unknown } | undefined)?.key;
  if (typeof key === 'string' && String(idIn(project)) === projectId) return key;
  return (await getProject(jira, projectId)).key;
};
