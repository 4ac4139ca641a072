public import TextCanvas

/// The state of a form: fields by name, and which has the focus.
///
/// `Field` is an enumeration of the screen's own, so that a field cannot be misspelt:
/// `form.text(.maxAge)`, `form.setProblem("not a duration", of: .maxAge)`.
public struct FormState<Field: Hashable & Sendable>: Sendable, Hashable {
    /// A field with its name.
    public struct Entry: Sendable, Hashable {
        /// The name.
        public let id: Field
        /// How it is drawn, and what it holds.
        public var field: FormField

        /// Makes an entry.
        public init(_ id: Field, _ field: FormField) {
            self.id = id
            self.field = field
        }
    }

    /// The fields, in the order they are drawn.
    public private(set) var entries: [Entry]
    /// The field with the focus, counted from the first.
    public private(set) var focusIndex = 0

    /// Makes a form; the focus is on the first field that can be changed.
    public init(_ entries: [Entry]) {
        self.entries = entries
        self.focusIndex = entries.firstIndex { $0.field.isEditable } ?? 0
    }

    /// The field with the focus.
    public var focus: Field? { entries.indices.contains(focusIndex) ? entries[focusIndex].id : nil }

    /// Puts the focus on a field.
    public mutating func setFocus(_ id: Field) {
        if let index = index(of: id) { focusIndex = index }
    }

    /// What was typed into a text field; of a choice or radio, the option picked; empty for a field that is not there.
    public func text(_ id: Field) -> String {
        guard let index = index(of: id) else { return "" }
        switch entries[index].field.content {
        case .text(let line, _): return line.text
        case .choice(let options, let selected), .radio(let options, let selected):
            return options.indices.contains(selected) ? options[selected] : ""
        case .toggle(let isOn): return isOn ? "true" : "false"
        case .fixed(let text): return text
        }
    }

    /// Which option of a choice or radio is picked, counted from 0; nil for other fields.
    public func selection(_ id: Field) -> Int? {
        guard let index = index(of: id) else { return nil }
        switch entries[index].field.content {
        case .choice(_, let selected), .radio(_, let selected): return selected
        case .text, .toggle, .fixed: return nil
        }
    }

    /// True when a toggle is on.
    public func isOn(_ id: Field) -> Bool {
        guard let index = index(of: id) else { return false }
        return entries[index].field.content == .toggle(true)
    }

    /// Replaces what a field holds.
    public mutating func set(_ id: Field, _ content: FormField.Content) {
        if let index = index(of: id) { entries[index].field.content = content }
    }

    /// Says what is wrong with a field; nil when it is right again.
    public mutating func setProblem(_ problem: String?, of id: Field) {
        if let index = index(of: id) { entries[index].field.problem = problem }
    }

    /// Replaces the hint after a field.
    public mutating func setNote(_ note: String, of id: Field) {
        if let index = index(of: id) { entries[index].field.note = note }
    }

    /// The first field with a problem.
    public var firstProblem: Field? { entries.first { $0.field.problem != nil }?.id }

    /// Applies what happened; an edit takes the field's problem away.
    public mutating func apply(_ message: FormMessage) {
        switch message {
        case .typed(let edit): type(edit)
        case .focusMoved(let count): moveFocus(count)
        case .fieldClicked(let index):
            if entries.indices.contains(index), entries[index].field.isEditable { focusIndex = index }
        }
    }

    /// The form, drawn.
    public func fields(isFocused: Bool = true) -> FormFields {
        FormFields(entries.map(\.field), focus: isFocused ? focusIndex : nil)
    }

    private func index(of id: Field) -> Int? { entries.firstIndex { $0.id == id } }

    private mutating func type(_ edit: TextEdit) {
        guard entries.indices.contains(focusIndex) else { return }
        entries[focusIndex].field.problem = nil
        entries[focusIndex].field.content.apply(edit)
    }

    private mutating func moveFocus(_ count: Int) {
        let editable = entries.indices.filter { entries[$0].field.isEditable }
        guard let place = editable.firstIndex(of: focusIndex) else {
            focusIndex = editable.first ?? focusIndex
            return
        }
        focusIndex = editable[((place + count) % editable.count + editable.count) % editable.count]
    }
}
