import TextCanvas

extension Keymap {
    /// The keys that mean the same in every view.
    public static let standard = Keymap(
        everywhere + cursorRows(.lists, hint: nil) + lists + cursorRows(.text, hint: nil) + text + forms)

    private static let everywhere: [KeyBinding] =
        [
            KeyBinding(
                .back, [.character("q"), .escape, .function(10)], place: .everywhere, label: "back",
                meaning: "one view back; esc clears filter and marks first", hint: 90),
            KeyBinding(
                .rootSwap, [.character("-")], place: .everywhere, label: "previous", meaning: "previous root view"),
            KeyBinding(
                .command, [.character(":"), .function(2)], place: .everywhere, label: "cmd",
                meaning: "type a command", hint: 70),
            KeyBinding(
                .help, [.character("?"), .function(1)], place: .everywhere, label: "help",
                meaning: "keys of this view", hint: 95),
            KeyBinding(
                .actions, [.character("a"), .function(9)], place: .everywhere, label: "actions",
                meaning: "menu of what can be done here, and why not", hint: 80),
            KeyBinding(
                .messages, [.character("!")], place: .everywhere, label: "messages", meaning: "history of messages"),
            KeyBinding(
                .refresh, [.character("r"), .function(5)], place: .everywhere, label: "refresh",
                meaning: "ask for fresh data now"),
            KeyBinding(
                .freeze, [.character("z")], place: .everywhere, label: "freeze",
                meaning: "stop or resume updates"),
            KeyBinding(
                .copy, [.character("c")], place: .everywhere, label: "copy",
                meaning: "copy an id, the row, or the equivalent command"),
            KeyBinding(.paneNext, [.tab], place: .everywhere, label: "next pane", meaning: "next pane or field"),
            KeyBinding(
                .panePrevious, [.backTab], place: .everywhere, label: "previous pane",
                meaning: "previous pane or field"),
            KeyBinding(
                .interrupt, [.control("c")], place: .everywhere, label: "interrupt",
                meaning: "stop waiting for work; twice within 2 s quits"),
            KeyBinding(
                .suspend, [.control("z")], place: .everywhere, label: "suspend", meaning: "to the shell and back"),
            KeyBinding(.redraw, [.control("l")], place: .everywhere, label: "redraw", meaning: "repaint the screen"),
        ]
        + (1...9).map { digit in
            KeyBinding(
                .root(digit), [.character(Character("\(digit)"))], place: .everywhere, label: "view \(digit)",
                meaning: "go to view \(digit)")
        }

    private static let lists: [KeyBinding] = [
        KeyBinding(.open, [.enter], place: .lists, label: "open", meaning: "open the row", hint: 10),
        KeyBinding(
            .filter, [.character("/"), .function(4)], place: .lists, label: "filter",
            meaning: "filter rows as you type", hint: 60),
        KeyBinding(
            .sort, [.character("s"), .function(6)], place: .lists, label: "sort",
            meaning: "pick a column to sort by; again turns it round"),
        KeyBinding(.mark, [.character(" ")], place: .lists, label: "mark", meaning: "mark the row and move down"),
        KeyBinding(
            .markRange, [.character("=")], place: .lists, label: "mark to here",
            meaning: "mark from the last mark to here"),
        KeyBinding(
            .markAll, [.character("*")], place: .lists, label: "mark all",
            meaning: "mark all rows shown, or none"),
    ]

    private static let text: [KeyBinding] = [
        KeyBinding(
            .find, [.character("/"), .function(3)], place: .text, label: "search",
            meaning: "search; everything stays in view", hint: 60),
        KeyBinding(.findNext, [.character("n")], place: .text, label: "next match"),
        KeyBinding(.findPrevious, [.character("N")], place: .text, label: "previous match"),
    ]

    private static let forms: [KeyBinding] = [
        KeyBinding(.open, [.enter], place: .forms, label: "accept", meaning: "accept the field or the form", hint: 10),
        KeyBinding(.cursorDown, [.down], place: .forms, label: "next field"),
        KeyBinding(.cursorUp, [.up], place: .forms, label: "previous field"),
        KeyBinding(.pageDown, [.pageDown], place: .forms, label: "next step"),
        KeyBinding(.pageUp, [.pageUp], place: .forms, label: "previous step"),
    ]

    private static func cursorRows(_ place: KeyPlace, hint: Int?) -> [KeyBinding] {
        [
            KeyBinding(.cursorUp, [.up, .character("k")], place: place, label: "up"),
            KeyBinding(.cursorDown, [.down, .character("j")], place: place, label: "down"),
            KeyBinding(.pageUp, [.pageUp], place: place, label: "page up"),
            KeyBinding(.pageDown, [.pageDown], place: place, label: "page down"),
            KeyBinding(.halfPageUp, [.control("u")], place: place, label: "half a page up"),
            KeyBinding(.halfPageDown, [.control("d")], place: place, label: "half a page down"),
            KeyBinding(.cursorFirst, [.home, .character("g")], place: place, label: "first"),
            KeyBinding(.cursorLast, [.end, .character("G")], place: place, label: "last"),
            KeyBinding(.columnsLeft, [.left, .character(",")], place: place, label: "scroll left"),
            KeyBinding(.columnsRight, [.right, .character(".")], place: place, label: "scroll right"),
        ]
    }
}
