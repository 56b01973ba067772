import { LabIcon } from "@jupyterlab/ui-components";

/** The course's icon, a mortarboard. */
export const courseIcon = new LabIcon({
  name: "cs231n-kit:course",
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" d="M12 3 1 9l11 6 9-4.9V17h2V9zM5 13.2v4L12 21l7-3.8v-4L12 17z"/></svg>',
});
