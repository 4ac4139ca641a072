import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

extension NewExportScreen {
    /// The next step, when this one is filled in.
    func goOn(_ state: inout State) -> [Effect<Message>] {
        switch state.step {
        case .rows: return leaveRows(&state)
        case .features:
            guard !state.features.isEmpty else { return [.notify(.warning, "choose a feature first: space marks it")] }
            state.step = .time
            return preview(&state)
        case .time:
            guard request(&state, overwrites: false, forPreview: true) != nil else { return [] }
            state.step = .output
        case .output:
            guard request(&state, overwrites: false) != nil else { return [] }
            state.step = .review
        case .review: return [.notify(.note, "this is the last step: enter starts the export")]
        }
        return []
    }

    private func leaveRows(_ state: inout State) -> [Effect<Message>] {
        let draft = state.draft
        guard !draft.rowsPath.isEmpty else {
            state.forms.setProblem("name a file", of: .rowsPath)
            return []
        }
        if let summary = state.file.summary(of: absolute(draft.rowsPath)),
            summary.format == draft.rowsFormat ?? summary.format
        {
            state.step = .features
            return []
        }
        return inspect(draft, goesOn: true, &state)
    }

    /// The features that there are, checked against the file; those that were chosen are marked.
    func offerFeatures(_ state: inout State, _ context: UpdateContext) {
        let rows = FeatureChoiceRow.rows(state.sets, columns: state.file.summary?.columns)
        state.choices.loaded(rows, Self.choiceList, context)
        guard !state.sets.isEmpty else { return }
        let able = Set(rows.filter { $0.obstacle == nil }.map(\.id))
        state.features.removeAll { !able.contains($0) }
        let first = state.choices.cursorRow?.id
        for id in Set(state.features).symmetricDifference(state.choices.marks) { toggle(id, &state, context) }
        if let first { state.choices.select(first) }
        if state.choices.cursorRow?.obstacle != nil {
            state.choices.apply(.cursorMoved(.first), Self.choiceList, context)
        }
    }

    /// Moved, filtered, marked; what cannot be chosen is not marked.
    func choose(_ change: ListMessage, _ state: inout State, _ context: UpdateContext) {
        state.choices.apply(change, Self.choiceList, context)
        let refused = Set(state.choices.rows.filter { $0.obstacle != nil }.map(\.id))
        let wrong = state.choices.marks.intersection(refused)
        if !wrong.isEmpty {
            let cursor = state.choices.cursorRow?.id
            for id in wrong { toggle(id, &state, context) }
            if let cursor { state.choices.select(cursor) }
        }
        let marks = state.choices.marks
        guard marks != Set(state.features) else { return }
        state.features.removeAll { !marks.contains($0) }
        let known = Set(state.features)
        state.features += state.choices.rows.map(\.id).filter { marks.contains($0) && !known.contains($0) }
    }

    private func toggle(_ id: FeatureReference, _ state: inout State, _ context: UpdateContext) {
        state.choices.select(id)
        guard state.choices.cursorRow?.id == id else { return }
        state.choices.apply(.markToggled, Self.choiceList, context)
    }

    /// The request as filled in; nil with what is wrong marked in its field.
    ///
    /// - Parameters:
    ///   - state: the fields.
    ///   - overwrites: true to replace an output that exists.
    ///   - forPreview: true to do without an output.
    func request(_ state: inout State, overwrites: Bool, forPreview: Bool = false) -> ExportRequest? {
        let draft = state.draft
        guard !draft.rowsPath.isEmpty, !draft.features.isEmpty else { return nil }
        guard !draft.overridesMaxAge || MaxAgeText.seconds(draft.maxAge) != nil else {
            state.forms.setProblem("no duration; write 72h", of: .maxAge)
            return nil
        }
        if !forPreview, let problem = outputProblem(draft) {
            state.forms.setProblem(problem, of: .outputPath)
            return nil
        }
        return draft.request(absolute: absolute, overwrites: overwrites)
    }

    private func outputProblem(_ draft: ExportDraft) -> String? {
        if draft.outputPath.isEmpty { return "name a file" }
        if absolute(draft.outputPath) == absolute(draft.rowsPath) { return "that is the file of entity rows" }
        if draft.outputFormat == nil && draft.formatByName == nil { return "the name tells no format; choose one" }
        return nil
    }

    /// A path from the root.
    func absolute(_ path: String) -> String {
        if path.isEmpty || path.hasPrefix("/") { return path }
        return directory + (directory.hasSuffix("/") ? "" : "/") + path
    }
}
