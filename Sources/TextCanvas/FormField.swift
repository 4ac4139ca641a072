/// One field of a form, as it is drawn.
public struct FormField: Sendable, Hashable {
    /// What kind of field it is, with what it holds.
    public enum Content: Sendable, Hashable {
        /// Text to type: `[ 72h   ]`; `isSecret` shows a bullet for every character.
        case text(TextLine, isSecret: Bool)
        /// One of a list that opens: `[ event_timestamp  v]`.
        case choice([String], selected: Int)
        /// One of a few, all in view: `(*) null  ( ) drop row`.
        case radio([String], selected: Int)
        /// On or off: `[x]`.
        case toggle(Bool)
        /// Words that cannot be changed here.
        case fixed(String)
    }

    /// What it is.
    public var label: String
    /// What it holds.
    public var content: Content
    /// A hint after the field: `blank = now`.
    public var note: String
    /// What is wrong with it; stands in place of the note, in the error role.
    public var problem: String?
    /// The columns of a text or choice field.
    public var width: Int

    /// Makes a field.
    public init(_ label: String, _ content: Content, note: String = "", problem: String? = nil, width: Int = 28) {
        self.label = label
        self.content = content
        self.note = note
        self.problem = problem
        self.width = width
    }
}
