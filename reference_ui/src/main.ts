/** Starts the application. */

import "./styles/index.css";
import "./elements/meanwhile-app";
import { browserNetwork } from "./network";
import { createServices } from "./services";

const services = createServices(browserNetwork);
const app = document.createElement("meanwhile-app");
app.services = services;
document.body.append(app);
services.live.start();
services.submitter.start();
