import ConsoleKit
import FeatureModel
import TextCanvas

extension NewExportScreen {
    /// The keys of the way to a new export.
    static let keys = Keymap([
        KeyBinding(.pageDown, [.pageDown], label: "next step", hint: 15),
        KeyBinding(.pageUp, [.pageUp], label: "back a step", hint: 20),
        KeyBinding(
            .open, [.enter], label: "go on", meaning: "the next step; in the review: start the export", hint: 10),
        KeyBinding(.paneNext, [.tab], label: "next field", hint: 25),
        KeyBinding(
            .refresh, [.function(5), .character("r")], label: "preview", meaning: "join the first rows, for real",
            hint: 30),
    ])

    /// The keys of the way to a new export.
    var keymap: Keymap { Self.keys }

    /// What the keys go to: fields, the list of features, or nothing in the review.
    func focus(_ state: State) -> ScreenFocus {
        switch state.step {
        case .rows, .time, .output: .typing
        case .features: .list(state.choices.surface(Self.choiceList))
        case .review: .plain
        }
    }

    /// What an input means in the present step.
    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        if state.isStarting { return .unavailable("the export is being started") }
        switch input {
        case .action(.pageUp):
            return state.step.previous == nil ? .unavailable("this is the first step") : .send(.backAsked)
        case .action(.pageDown): return .send(.nextAsked)
        case .action(.open): return .send(state.step == .review ? .startAsked : .nextAsked)
        case .action(.refresh):
            return state.step < .time ? .unavailable("choose rows and features first") : .send(.previewAsked)
        case .action(.paneNext) where state.step == .features: return .send(.nextAsked)
        default: break
        }
        switch state.step {
        case .rows, .time, .output: return respondInForm(to: input, state, in: body)
        case .features: return respondInList(to: input, state, in: body)
        case .review: return .ignored
        }
    }

    private func respondInForm(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        if case .clicked(let position) = input, let form = state.forms[state.step] {
            let place = formRect(state, in: body)
            guard place.contains(position) else { return .ignored }
            let top = form.fields().top(height: place.height)
            return .send(.form(.fieldClicked(top + position.row - place.row)))
        }
        return FormMessage(input).map { .send(.form($0)) } ?? .ignored
    }

    private func respondInList(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> {
        if input == .action(.mark), let row = state.choices.cursorRow, let obstacle = row.obstacle {
            return .unavailable("\(row.id) \(obstacle)")
        }
        if input == .escaped, state.choices.filterText.isEmpty { return .ignored }
        return state.choices.respond(to: input, Self.choiceList, in: listRect(in: body)).map(Message.choices)
    }
}

extension ExportStep: Comparable {
    /// Earlier steps come first.
    static func < (left: ExportStep, right: ExportStep) -> Bool { left.rawValue < right.rawValue }
}
