import Testing
import TextCanvas

@testable import ConsoleKit

@Suite("A text's state")
struct TextStateTests {
    private func text(_ count: Int, following: Bool = false, capacity: Int = 1000) -> TextState {
        var text = TextState((0..<count).map { "line \($0)" }, isFollowing: following, capacity: capacity)
        text.resized(to: Size(columns: 80, rows: 10))
        return text
    }

    @Test("a followed log shows its end until it is scrolled back")
    func following() {
        var text = text(30, following: true)
        #expect(text.top == 20)
        text.append(["more"])
        #expect(text.top == 21)
        text.apply(.scrolled(.rows(-5)))
        text.append(["still more"])
        #expect(text.top == 16 && !text.isFollowing)
        text.apply(.followToggled)
        #expect(text.top == 22)
    }

    @Test("a search goes from match to match, around the end")
    func searching() {
        var text = text(30)
        #expect(text.respond(to: .action(.findNext)).isUnavailable)
        text.apply(.searchTyped("line 2"))
        #expect(text.matchLine == 2)
        text.apply(.matchStepped(forward: true))
        #expect(text.matchLine == 20 && (text.top..<text.top + 10).contains(20))
        text.apply(.matchStepped(forward: false))
        text.apply(.matchStepped(forward: false))
        #expect(text.matchLine == 29)
        text.apply(.peeled)
        #expect(text.search.isEmpty && text.matchLine == nil)
    }

    @Test("only so many lines are kept, and how many were dropped is known")
    func capacity() {
        var text = text(5, following: true, capacity: 4)
        text.append(["a", "b"])
        #expect(text.lines == ["line 3", "line 4", "a", "b"])
        #expect(text.droppedCount == 3)
    }
}

extension Response {
    /// True when the input cannot act now.
    fileprivate var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
}
