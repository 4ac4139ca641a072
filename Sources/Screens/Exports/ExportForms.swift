import ConsoleKit
import FeatureModel
import TextCanvas

/// The forms of the steps to a new export that have one.
struct ExportForms: Equatable, Sendable {
    private static let anyStore = "first that can"
    private static let byName = "by the name"

    private(set) var rows: FormState<ExportField>
    private(set) var time: FormState<ExportField>
    private(set) var output: FormState<ExportField>
    private var stores: [StoreName]
    private var columns: [String] = []

    /// Makes forms filled in from a draft.
    init(_ draft: ExportDraft) {
        stores = draft.store.map { [$0] } ?? []
        rows = FormState([
            .init(.rowsPath, Self.text("entity rows", draft.rowsPath, note: "CSV or JSON Lines, also .gz")),
            .init(.rowsFormat, Self.format(draft.rowsFormat)),
        ])
        columns = draft.timeColumn.map { [$0] } ?? []
        time = FormState([
            .init(.timeColumn, FormField("event time", .choice(columns, selected: 0))),
            .init(
                .maxAgeKind,
                FormField(
                    "max age", .radio(["per set", "override"], selected: draft.overridesMaxAge ? 1 : 0))),
            .init(.maxAge, Self.text("override", draft.maxAge, note: "such as 72h; 0 for none")),
        ])
        output = FormState([
            .init(.outputPath, Self.text("file", draft.outputPath, note: ".gz is written compressed")),
            .init(.outputFormat, Self.format(draft.outputFormat)),
            .init(.store, FormField("store", .choice([Self.anyStore], selected: 0))),
        ])
        setStores(stores, picked: draft.store)
    }

    /// The form of a step; nil for steps without one.
    subscript(step: ExportStep) -> FormState<ExportField>? {
        switch step {
        case .rows: rows
        case .time: time
        case .output: output
        case .features, .review: nil
        }
    }

    /// Something happened in the form of a step.
    mutating func apply(_ message: FormMessage, to step: ExportStep) {
        switch step {
        case .rows: rows.apply(message)
        case .time: time.apply(message)
        case .output: output.apply(message)
        case .features, .review: break
        }
    }

    /// Says what is wrong with a field, and puts the focus there.
    mutating func setProblem(_ problem: String, of field: ExportField) {
        for form in [\ExportForms.rows, \.time, \.output] as [WritableKeyPath<ExportForms, FormState<ExportField>>]
        where self[keyPath: form].entries.contains(where: { $0.id == field }) {
            self[keyPath: form].setProblem(problem, of: field)
            self[keyPath: form].setFocus(field)
        }
    }

    /// The file's columns came: one of them is the time.
    mutating func setColumns(_ names: [String], suggested: String?, picked: String?) {
        columns = names
        let selected = names.firstIndex { $0 == picked } ?? names.firstIndex { $0 == suggested } ?? 0
        time.set(.timeColumn, .choice(names, selected: selected))
        time.setNote(suggested == nil ? "none looks like a time" : "found in the file", of: .timeColumn)
    }

    /// The stores that can answer came.
    mutating func setStores(_ names: [StoreName], picked: StoreName?) {
        stores = names
        if let picked, !stores.contains(picked) { stores.append(picked) }
        let selected = picked.flatMap { stores.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        output.set(.store, .choice([Self.anyStore] + stores.map(\.rawValue), selected: selected))
    }

    /// The chosen store; nil for the first that can.
    var store: StoreName? {
        guard let selected = output.selection(.store), stores.indices.contains(selected - 1) else { return nil }
        return stores[selected - 1]
    }

    /// What was typed so far, put into a draft.
    func fill(_ draft: inout ExportDraft) {
        draft.rowsPath = rows.text(.rowsPath)
        draft.rowsFormat = RowFormat(rawValue: rows.text(.rowsFormat))
        draft.timeColumn = columns.isEmpty ? nil : time.text(.timeColumn)
        draft.overridesMaxAge = time.selection(.maxAgeKind) == 1
        draft.maxAge = time.text(.maxAge)
        draft.outputPath = output.text(.outputPath)
        draft.outputFormat = RowFormat(rawValue: output.text(.outputFormat))
        draft.store = store
    }

    private static func text(_ label: String, _ text: String, note: String) -> FormField {
        FormField(label, .text(TextLine(text), isSecret: false), note: note, width: 40)
    }

    private static func format(_ format: RowFormat?) -> FormField {
        let options = [byName] + RowFormat.allCases.map(\.rawValue)
        let selected = format.flatMap { RowFormat.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        return FormField("format", .radio(options, selected: selected))
    }
}
