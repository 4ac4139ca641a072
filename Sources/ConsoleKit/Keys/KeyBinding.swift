public import TextCanvas

/// One row of the key table, the only source of input, hint line, help, and documents.
public struct KeyBinding: Sendable, Hashable {
    /// What it does.
    public let action: ActionID
    /// The keys, the first one shown in hints; empty for an action that only the menu offers.
    public var keys: [Key]
    /// Where it acts.
    public let place: KeyPlace
    /// The word or two of the hint line: `filter`.
    public let label: String
    /// The sentence of the help: `filter rows as you type`.
    public let meaning: String
    /// The place in the hint line, smaller first; nil to leave it out.
    public let hint: Int?
    /// True when it may change the server: refused while read-only, drawn in the danger role.
    public let changesServer: Bool

    /// Makes a row.
    ///
    /// - Parameters:
    ///   - action: what it does.
    ///   - keys: the keys, the one for hints first.
    ///   - place: where it acts; rows of a screen leave the default.
    ///   - label: one or two words for the hint line.
    ///   - meaning: a sentence for the help; the label when left out.
    ///   - hint: the place in the hint line; nil to leave it out.
    ///   - changesServer: true when it may change the server.
    public init(
        _ action: ActionID, _ keys: [Key], place: KeyPlace = .view, label: String, meaning: String? = nil,
        hint: Int? = nil, changesServer: Bool = false
    ) {
        self.action = action
        self.keys = keys
        self.place = place
        self.label = label
        self.meaning = meaning ?? label
        self.hint = hint
        self.changesServer = changesServer
    }
}
