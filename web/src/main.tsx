import { render } from "preact";
import { useEffect } from "preact/hooks";
import { Corner } from "./parts/corner";
import { Menu } from "./parts/menu";
import { follow, go, useAddress } from "./router";
import { VIEWS, viewAt } from "./views";
import "./style.css";

function App() {
  const address = useAddress();
  const found = viewAt(address.path);
  useEffect(() => {
    if (address.path === "/" && VIEWS[0]) go(VIEWS[0].path + location.search, { replace: true });
    document.title = found ? `${found.view.title} · Dateline` : "Dateline";
  }, [address.path]);
  return (
    <div onClick={follow} class="frame">
      <a class="skip" href="#content">
        To the content
      </a>
      <header>
        <a href="/" class="name">
          Dateline
        </a>
        <Menu views={VIEWS.filter((view) => view.menu)} current={found?.view} />
        <Corner />
      </header>
      <main id="content" class={found ? `view-${found.view.path.slice(1)}` : ""} tabIndex={-1}>
        {found ? <found.view.show address={address} rest={found.rest} /> : <p role="alert">There is no such page.</p>}
      </main>
    </div>
  );
}

render(<App />, document.getElementById("app")!);
