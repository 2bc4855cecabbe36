pragma Singleton
import QtQml
import shared.ui.controls

// Texts in the language of this surface; bindings that use them follow a change of language.
QtObject {
    // The text in the chosen language. args fill %1.., n is the counted number of a %n text.
    function first(context: string, text: string, args: var, n: var): string {
        return Language.say(Language.current, context, text, args ?? [], n ?? null);
    }

    // The text in the other language; empty where one language is shown.
    function second(context: string, text: string, args: var, n: var): string {
        return Language.bilingual ? Language.say(Language.other, context, text, args ?? [], n ?? null) : "";
    }

    // A name from the profile, {zh: ..., en: ...}, in the chosen language.
    function firstOf(name: var): string {
        return name?.[Language.current] ?? "";
    }

    // A name from the profile in the other language; empty where one language is shown.
    function secondOf(name: var): string {
        return Language.bilingual ? name?.[Language.other] ?? "" : "";
    }
}
