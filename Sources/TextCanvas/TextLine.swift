/// One line of text being typed, with its insertion point: the state of prompts, dialogs and form fields.
public struct TextLine: Sendable, Hashable {
    /// What was typed.
    public private(set) var text: String
    /// Where the next character goes, in characters from the beginning.
    public private(set) var cursor: Int

    /// Makes a line with the insertion point at its end.
    public init(_ text: String = "") {
        self.text = text
        self.cursor = text.count
    }

    /// True when nothing was typed.
    public var isEmpty: Bool { text.isEmpty }

    /// The part before the insertion point.
    public var beforeCursor: String { String(text.prefix(cursor)) }

    /// Applies one edit.
    public mutating func apply(_ edit: TextEdit) {
        switch edit {
        case .insert(let addition): insert(addition)
        case .backspace: remove(cursor - 1..<cursor)
        case .deleteForward: remove(cursor..<cursor + 1)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home: cursor = 0
        case .end: cursor = text.count
        case .deleteWord: remove(wordStart..<cursor)
        case .deleteToStart: remove(0..<cursor)
        }
    }

    private mutating func insert(_ addition: String) {
        let clean = addition.filter { $0.unicodeScalars.allSatisfy { SafeText.escape(for: $0) == nil } }
        text.insert(contentsOf: clean, at: text.index(text.startIndex, offsetBy: cursor))
        cursor += clean.count
    }

    private mutating func remove(_ range: Range<Int>) {
        let bounded = range.clamped(to: 0..<text.count)
        guard !bounded.isEmpty else { return }
        let start = text.index(text.startIndex, offsetBy: bounded.lowerBound)
        text.removeSubrange(start..<text.index(start, offsetBy: bounded.count))
        cursor = bounded.lowerBound
    }

    private var wordStart: Int {
        let before = Array(text.prefix(cursor))
        var start = before.count
        while start > 0 && before[start - 1] == " " { start -= 1 }
        while start > 0 && before[start - 1] != " " { start -= 1 }
        return start
    }
}
