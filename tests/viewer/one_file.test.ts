import { expect, test } from "vitest";
import { inlined } from "../../reports/viewer/build/one_file";

const PAGE = `<head>
    <meta charset="utf-8" />
    <script type="module" crossorigin src="./assets/index.js"></script>
    <link rel="stylesheet" crossorigin href="./assets/index.css">
  </head>
  <body></body>`;

test("script and style are inside, and the policy allows these two only", () => {
  const made = inlined(PAGE, "const price = '$&';", "p{}");
  expect(made).toContain("<script type=\"module\">const price = '$&';</script>");
  expect(made).toContain("<style>p{}</style>");
  expect(made).not.toContain("assets/");
  expect(made).toMatch(
    /content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'"/,
  );
});
