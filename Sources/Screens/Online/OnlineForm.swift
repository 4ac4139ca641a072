import ConsoleKit
import FeatureModel
import Operations
import TextCanvas

/// The form of the online inspector: its fields follow from the features that are asked for.
struct OnlineForm: Equatable, Sendable {
    private static let anyStore = "first that can"

    /// The fields as they are.
    private(set) var fields: FormState<OnlineField>
    /// The registered feature sets, in the order of the choice.
    private(set) var sets: [FeatureSetSummary] = []
    private var stores: [StoreName] = []
    /// What was typed for entities, those included that no chosen feature has.
    private var keyTexts: [String: String] = [:]
    private var keyOrder: [String] = []
    private let defaultProject: ProjectName

    /// Makes a form with a question filled in.
    init(_ question: OnlineQuestion, defaultProject: ProjectName) {
        self.defaultProject = defaultProject
        keyOrder = question.entities.map(\.name)
        for entity in question.entities { keyTexts[entity.name] = entity.text }
        if !question.store.isEmpty { stores = [StoreName(question.store)] }
        fields = FormState([])
        rebuild(
            selected: 0, features: question.features.joined(separator: ","), store: question.store.isEmpty ? 0 : 1,
            time: question.time)
    }

    /// The registered feature sets came; a question for one whole set becomes its choice.
    mutating func setsLoaded(_ sets: [FeatureSetSummary]) {
        let before = chosenSet
        self.sets = sets
        var features = fields.text(.features)
        var selected = sets.firstIndex { $0.record.definition.reference == before } ?? 0
        let words = features.split(separator: ",").map(String.init)
        if let word = words.first, let place = index(ofSetNamedIn: word) {
            selected = place
            if words.count == 1, FeatureReference(word)?.isWildcard != false || isSetName(word) { features = "" }
        }
        rebuild(
            selected: selected, features: features, store: fields.selection(.store) ?? 0, time: fields.text(.time))
    }

    /// The stores that can answer for the chosen set came.
    mutating func storesLoaded(_ names: [StoreName]) {
        let picked = store
        stores = names
        if let picked, !stores.contains(picked) { stores.append(picked) }
        rebuild(
            selected: fields.selection(.featureSet) ?? 0, features: fields.text(.features),
            store: picked.flatMap { stores.firstIndex(of: $0) }.map { $0 + 1 } ?? 0, time: fields.text(.time))
    }

    /// Something was typed or another field got the focus.
    mutating func apply(_ message: FormMessage) {
        fields.apply(message)
        for case .entity(let name) in fields.entries.map(\.id) { keyTexts[name] = fields.text(.entity(name)) }
        guard case .typed = message, fields.focus == .featureSet || fields.focus == .features else { return }
        rebuild(
            selected: fields.selection(.featureSet) ?? 0, features: fields.text(.features),
            store: fields.selection(.store) ?? 0, time: fields.text(.time))
    }

    /// Puts the focus on a field.
    mutating func setFocus(_ field: OnlineField) { fields.setFocus(field) }

    /// Puts the focus on the first entity, or on the features where there is none.
    mutating func focusKey() {
        let entity = fields.entries.map(\.id).first { if case .entity = $0 { true } else { false } }
        fields.setFocus(entity ?? .featureSet)
    }

    /// The chosen feature set; nil while none is registered.
    var chosenSet: FeatureSetReference? {
        guard let selected = fields.selection(.featureSet), sets.indices.contains(selected) else { return nil }
        return sets[selected].record.definition.reference
    }

    /// The chosen store; nil for the first that can.
    var store: StoreName? {
        guard let selected = fields.selection(.store), stores.indices.contains(selected - 1) else { return nil }
        return stores[selected - 1]
    }

    /// The key as typed.
    var key: [OnlineQuery.EntityText] {
        fields.entries.compactMap { entry in
            guard case .entity(let name) = entry.id else { return nil }
            return OnlineQuery.EntityText(name: name, text: fields.text(entry.id))
        }
    }

    /// The question, or nil with what is wrong marked in the fields.
    mutating func query() -> OnlineQuery? {
        let references = references(fields.text(.features))
        if let wrong = references.wrong {
            fields.setProblem("\(wrong) is no feature; write set:feature or set:*", of: .features)
        } else if references.features.isEmpty {
            fields.setProblem("say which features", of: .features)
        }
        let time = timestamp
        if time == nil && !fields.text(.time).isEmpty {
            fields.setProblem("no time; write 2013-02-01T00:00:00Z", of: .time)
        }
        for entity in key where entity.text.isEmpty { fields.setProblem("type a value", of: .entity(entity.name)) }
        if let first = fields.firstProblem {
            fields.setFocus(first)
            return nil
        }
        return OnlineQuery(keys: [key], features: references.features, store: store, at: time)
    }

    /// The time typed; a day alone means its beginning.
    private var timestamp: Timestamp? {
        let text = fields.text(.time)
        return Timestamp(rfc3339: text) ?? Timestamp(rfc3339: text + "T00:00:00Z")
    }

    private func references(_ text: String) -> (features: [FeatureReference], wrong: String?) {
        let words = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
        guard !words.isEmpty else {
            let whole = chosenSet.map { FeatureReference(project: $0.project, featureSet: $0.name, feature: "*") }
            return ([whole].compactMap(\.self), nil)
        }
        var features: [FeatureReference] = []
        for word in words {
            if isSetName(word), let set = set(named: word) {
                features.append(FeatureReference(project: set.project, featureSet: set.name, feature: "*"))
            } else if let reference = FeatureReference(word) {
                features.append(qualified(reference))
            } else {
                return ([], word)
            }
        }
        return (features, nil)
    }

    /// A feature without a set belongs to the chosen one, where that has it.
    private func qualified(_ reference: FeatureReference) -> FeatureReference {
        guard reference.featureSet == nil, let chosen = chosenSet, let selected = fields.selection(.featureSet),
            reference.isWildcard || sets[selected].record.definition.index(ofFeature: reference.feature) != nil
        else { return reference }
        return FeatureReference(project: chosen.project, featureSet: chosen.name, feature: reference.feature)
    }

    private func isSetName(_ word: String) -> Bool { !word.contains(":") && set(named: word) != nil }

    private func set(named word: String) -> FeatureSetReference? {
        guard let reference = FeatureSetReference(word, defaultProject: defaultProject) else { return nil }
        return sets.map(\.record.definition.reference).first { $0 == reference }
    }

    private func index(ofSetNamedIn word: String) -> Int? {
        let named =
            set(named: word)
            ?? FeatureReference(word).flatMap { reference in
                reference.featureSet.map { FeatureSetReference(project: reference.project ?? defaultProject, name: $0) }
            }
        return sets.firstIndex { $0.record.definition.reference == named }
    }

    /// The entities that the features need, each once, and their types; those of the question where no set is known.
    private func entities(selected: Int, _ features: String) -> [(name: String, note: String)] {
        var involved = references(features).features.compactMap { reference in
            sets.first {
                let set = $0.record.definition.reference
                return set.name == reference.featureSet && set.project == reference.project ?? defaultProject
            }
        }
        if involved.isEmpty && features.isEmpty && sets.indices.contains(selected) { involved = [sets[selected]] }
        var found: [(name: String, note: String)] = []
        for entity in involved.flatMap(\.record.definition.entities)
        where !found.contains(where: { $0.name == entity.name }) {
            found.append((entity.name, entity.type.name))
        }
        return found.isEmpty ? keyOrder.map { ($0, "") } : found
    }

    private mutating func rebuild(selected: Int, features: String, store: Int, time: String) {
        let focus = fields.focus
        let names = sets.isEmpty ? ["(none registered)"] : sets.map(\.record.definition.reference.description)
        let count = sets.indices.contains(selected) ? sets[selected].record.definition.features.count : 0
        fields = FormState([
            .init(
                .featureSet, FormField("feature set", .choice(names, selected: selected), note: "left, right, letters")),
            .init(.features, Self.text("features", features, note: "blank = all \(count) of the set")),
        ])
        let keys = entities(selected: selected, features).map { name, note in
            FormState<OnlineField>.Entry(.entity(name), Self.text(name, keyTexts[name] ?? "", note: note))
        }
        let options = [Self.anyStore] + stores.map(\.rawValue)
        fields = FormState(
            fields.entries + keys + [
                .init(.store, FormField("store", .choice(options, selected: store))),
                .init(.time, Self.text("as of", time, note: "blank = now")),
            ])
        if let focus { fields.setFocus(focus) }
    }

    private static func text(_ label: String, _ text: String, note: String) -> FormField {
        FormField(label, .text(TextLine(text), isSecret: false), note: note)
    }
}
