// The part of Adaptive Cards 1.5 this bot uses, as types: a misspelt property does not compile.

export interface TextRun {
  readonly type: "TextRun";
  readonly text: string;
  readonly weight?: "Bolder";
  readonly isSubtle?: true;
  readonly color?: "Attention";
}

/** The only element that reads Markdown; everything people wrote stands in TextRuns, which never do. */
interface Heading {
  readonly type: "TextBlock";
  readonly style: "heading";
  readonly text: string;
  readonly size: "Large" | "Medium";
  readonly weight: "Bolder";
  readonly wrap: true;
}

interface RichText {
  readonly type: "RichTextBlock";
  readonly inlines: readonly TextRun[];
  readonly spacing?: "None" | "Small";
}

export type Input = {
  readonly id: string;
  readonly label?: string;
  readonly value?: string | number;
} & (
  | { readonly type: "Input.Text"; readonly isMultiline?: true; readonly isVisible?: false }
  | { readonly type: "Input.Date" | "Input.Time" | "Input.Number" }
  | {
      readonly type: "Input.ChoiceSet";
      readonly style: "compact" | "expanded";
      readonly isMultiSelect?: true;
      readonly wrap: true;
      readonly choices: readonly { readonly title: string; readonly value: string }[];
    }
);

/** What a pressed button brings back, beside the values of all inputs of its card. */
export type Data = Readonly<Record<string, unknown>>;

export interface Submit {
  readonly type: "Action.Submit";
  readonly title: string;
  readonly tooltip?: string;
  readonly style?: "positive" | "destructive";
  readonly data: Data;
}
export interface Execute extends Omit<Submit, "type"> {
  readonly type: "Action.Execute";
  readonly verb: string;
  readonly fallback: Submit;
}
interface OpenUrl {
  readonly type: "Action.OpenUrl";
  readonly title: string;
  readonly tooltip?: string;
  readonly url: string;
}
/** Shows what is hidden and hides what is shown, without asking anybody. */
interface Toggle {
  readonly type: "Action.ToggleVisibility";
  readonly title: string;
  readonly targetElements: readonly [string];
}
export type Action = Execute | Submit | OpenUrl | Toggle;

interface Image {
  readonly type: "Image";
  readonly url: string;
  readonly altText: string;
  readonly size: "Stretch";
}

/** Hidden until an action shows it. */
interface Hidden {
  readonly type: "Container";
  readonly id: string;
  readonly isVisible: false;
  readonly items: readonly Block[];
}

export type Block = Heading | RichText | Image | Input | Hidden | { readonly type: "ActionSet"; readonly actions: readonly Action[] };

export interface AdaptiveCard {
  readonly type: "AdaptiveCard";
  readonly $schema: "http://adaptivecards.io/schemas/adaptive-card.json";
  readonly version: "1.5";
  readonly fallbackText: string;
  readonly body: readonly Block[];
}
