import { askedBy } from "/ring.mjs";
import "/tick.mjs";

const asking = document.getElementById("asking-list");
const look = () => askedBy(asking.querySelectorAll("article.ask"));
new MutationObserver(look).observe(asking, { childList: true });
look();
