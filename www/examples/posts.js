/** What happens at the bridge, post by post. */
export const posts = [
  "10:15. Omar Sy explains how the arches were set, “one every week since March 2022”.",
  "11:30. The European Commission sends Anna Kowalska from Brussels.",
  "12:05. A boat from Porto passes below the bridge; Berg waves.",
  "14:40. Portugal will pay for lights as well, the government in Lisbon says.",
];
