import Testing
import TextCanvas

@testable import ConsoleKit

@Suite("A list's state")
struct ListStateTests {
    private let context = UpdateContext(now: WallTime(seconds: 100))
    private let description = FruitScreen.list

    private func list(_ names: [String]) -> ListState<Fruit> {
        var list = ListState<Fruit>()
        list.loaded(names.map { Fruit(id: $0, kilos: $0.count) }, description, context)
        return list
    }

    @Test("the cursor stays on its row when rows come, go and are ordered anew")
    func cursor() {
        var list = list(["apple", "banana", "cherry"])
        list.apply(.cursorMoved(.rows(1)), description, context)
        list.loaded(
            ["aronia", "cherry", "banana"].map { Fruit(id: $0, kilos: 1) }, description, context)
        #expect(list.cursorRow?.id == "banana")
        list.apply(.filterTyped("cherry"), description, context)
        #expect(list.cursorRow?.id == "cherry")
        list.apply(.filterTyped(""), description, context)
        #expect(list.cursorRow?.id == "cherry")
        list.loaded([], description, context)
        #expect(list.cursorRow == nil && list.cursor == 0)
    }

    @Test("marks belong to rows; actions are for the marked ones, else for the cursor's")
    func marks() {
        var list = list(["a", "b", "c", "d"])
        #expect(list.targets.map(\.id) == ["a"])
        list.apply(.markToggled, description, context)
        list.apply(.cursorMoved(.rows(1)), description, context)
        list.apply(.rangeMarked, description, context)
        #expect(list.targets.map(\.id) == ["a", "b", "c"])
        list.loaded(["b", "c"].map { Fruit(id: $0, kilos: 1) }, description, context)
        #expect(list.marks == ["b", "c"])
        list.apply(.allMarkToggled, description, context)
        #expect(list.marks.isEmpty)
        list.apply(.allMarkToggled, description, context)
        list.apply(.peeled, description, context)
        #expect(list.marks.isEmpty)
    }

    @Test("the worst come first until a column is picked; the same again turns it round")
    func order() {
        var list = ListState<Fruit>()
        let fruit = [Fruit(id: "a", kilos: 9), Fruit(id: "b", kilos: 1, isRotten: true), Fruit(id: "c", kilos: 10)]
        list.loaded(fruit, description, context)
        #expect(list.shown.map { list.rows[$0].id } == ["b", "a", "c"])
        list.apply(.sortPicked("kilos"), description, context)
        #expect(list.shown.map { list.rows[$0].id } == ["b", "a", "c"])
        list.apply(.sortPicked("kilos"), description, context)
        #expect(list.shown.map { list.rows[$0].id } == ["c", "a", "b"])
    }

    @Test("the window moves as little as shows the cursor")
    func scrolling() {
        var list = list((0..<50).map { "fruit \($0 + 10)" })
        list.resized(to: Size(columns: 80, rows: 11), .medium)
        list.apply(.cursorMoved(.rows(12)), description, context)
        #expect(list.top == 3)
        list.apply(.cursorMoved(.rows(-2)), description, context)
        #expect(list.top == 3)
        list.apply(.cursorMoved(.last), description, context)
        #expect(list.top == 40 && list.cursor == 49)
        list.apply(.cursorMoved(.halfPages(-2)), description, context)
        #expect(list.cursor == 39)
        list.resized(to: Size(columns: 80, rows: 4), .medium)
        #expect((list.top..<list.top + 3).contains(list.cursor))
    }

    @Test("how data came is told in each state, and old rows stay when a question fails")
    func loading() {
        var list = ListState<Fruit>()
        #expect(list.respond(to: .action(.cursorDown), description, in: Rect(Size(columns: 9, rows: 9))).isUnavailable)
        list.loadStarted(context)
        #expect(list.load == .loading(since: context.now))
        list.loaded([Fruit(id: "a", kilos: 1)], total: 7, note: "1 of 2 did not answer", description, context)
        #expect(list.title("Fruit").count == ScreenTitle.Count(shown: 1, total: 7))
        list.loadStarted(UpdateContext(now: WallTime(seconds: 105)))
        #expect(list.load.shownFrom == context.now && list.load.isWaiting)
        list.loadFailed(Problem("down"), UpdateContext(now: WallTime(seconds: 106)))
        #expect(list.load == .failed(Problem("down"), at: WallTime(seconds: 106), shownFrom: context.now))
        #expect(list.cursorRow?.id == "a")
    }
}

extension Response {
    /// True when the input cannot act now.
    fileprivate var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
}
