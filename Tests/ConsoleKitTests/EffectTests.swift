import Synchronization
import Testing
import TextCanvas
import Themes

@testable import ConsoleKit

/// A screen that starts effects on demand and keeps what they answered.
private struct ProbeScreen: Screen {
    struct State: Equatable, Sendable { var answers: [String] = [] }

    enum Message: Sendable {
        case asked([Effect<Message>])
        case answered(String)
    }

    let view: ViewID = "probe"
    let name = "Probe"
    var opening: [Effect<Message>] = []
    var initialState: State { State() }

    func start(_ state: inout State, _ context: UpdateContext) -> [Effect<Message>] { opening }

    func update(_ state: inout State, _ message: Message, _ context: UpdateContext) -> [Effect<Message>] {
        switch message {
        case .asked(let effects): return effects
        case .answered(let answer): state.answers.append(answer)
        }
        return []
    }

    func respond(to input: ScreenInput, _ state: State, in body: Rect) -> Response<Message> { .ignored }

    func render(_ state: State, into canvas: inout Canvas, in rect: Rect, _ context: RenderContext) {
        canvas.draw("<\(state.answers.joined(separator: ","))>", at: Position(column: 0, row: rect.row))
    }
}

/// A door that effects wait at until it is opened, by name.
private actor Gate {
    private var open: Set<String> = []
    private var waiting: [String: [CheckedContinuation<Void, Never>]] = [:]

    func pass(_ name: String) async {
        guard !open.contains(name) else { return }
        await withCheckedContinuation { waiting[name, default: []].append($0) }
    }

    func open(_ name: String) {
        open.insert(name)
        for continuation in waiting.removeValue(forKey: name) ?? [] { continuation.resume() }
    }
}

@Suite("Effects")
struct EffectTests {
    private let clock = SteppedClock(WallTime(seconds: 1000))

    private func driver(_ opening: [Effect<ProbeScreen.Message>] = []) -> ConsoleDriver {
        let catalog = ScreenCatalog([
            CatalogEntry("probe", digit: 1, summary: "probe") { _ in ProbeScreen(opening: opening) },
            CatalogEntry("other", digit: 2, summary: "other") { _ in ProbeScreen() },
        ])
        let setup = ConsoleSetup(
            catalog: catalog, opening: Route("probe"), header: HeaderFacts(name: "test"), theme: Theme(.dusk),
            clock: clock.clock, hasMotion: false)
        return ConsoleDriver(setup, size: Size(columns: 80, rows: 24))
    }

    private func ask(_ driver: ConsoleDriver, _ effects: Effect<ProbeScreen.Message>...) {
        guard let top = driver.console.views.top else { return }
        driver.console.deliver(AnyMessage(value: ProbeScreen.Message.asked(effects)), to: top.id)
    }

    private func body(_ driver: ConsoleDriver) -> String {
        String(driver.frame.textSnapshot.split(separator: "\n")[2])
    }

    @Test("a newer effect with the same key takes the older one's place, whose late answer is dropped")
    func replacing() async {
        let gate = Gate()
        let driver = driver()
        ask(
            driver,
            .load("k") {
                await gate.pass("old")
                return .answered("old")
            })
        ask(driver, .load("k") { .answered("new") })
        await driver.waitUntilIdle()
        await gate.open("old")
        for task in driver.console.runner.running { await task.value }
        await driver.waitUntilIdle()
        #expect(body(driver) == "<new>")
        await driver.close()
    }

    @Test("an effect that skips is not started while the same is running")
    func skipping() async {
        let gate = Gate()
        let driver = driver()
        ask(
            driver,
            .load("k", policy: .skipping) {
                await gate.pass("first")
                return .answered("first")
            })
        ask(driver, .load("k", policy: .skipping) { .answered("second") })
        #expect(!driver.console.isIdle)
        await gate.open("first")
        await driver.waitUntilIdle()
        #expect(body(driver) == "<first>")
        ask(driver, .load("k", policy: .skipping) { .answered("third") })
        await driver.waitUntilIdle()
        #expect(body(driver) == "<first,third>")
    }

    @Test("a cancelled effect hears of it, and answers nothing")
    func cancelling() async {
        let driver = driver()
        let gate = Gate()
        let wasCancelled = Mutex(false)
        ask(
            driver,
            .run("k") { send in
                await gate.pass("go")
                wasCancelled.withLock { $0 = Task.isCancelled }
                await send(.answered("late"))
            })
        ask(driver, .cancel("k"))
        #expect(driver.console.isIdle)
        let tasks = driver.console.runner.running
        await gate.open("go")
        for task in tasks { await task.value }
        #expect(wasCancelled.withLock { $0 })
        #expect(body(driver) == "<>")
    }

    @Test("an effect may send more messages than the inbox holds; none is lost and the order is kept")
    func manyMessages() async {
        let driver = driver()
        ask(driver, .run("k") { send in for number in 0..<5000 { await send(.answered("\(number)")) } })
        await driver.waitUntilIdle()
        #expect(body(driver).hasPrefix("<0,1,2,3,"))
        ask(driver, .run("k") { send in await send(.answered("end")) })
        await driver.waitUntilIdle()
        #expect(driver.console.isIdle)
    }

    @Test("endless work does not keep the console busy, and is followed as it comes")
    func following() async {
        let driver = driver()
        let gate = Gate()
        ask(
            driver,
            .follow("log") { send in
                await send(.answered("line"))
                await gate.pass("never")
            })
        await driver.waitUntilIdle()
        await driver.wait { $0.textSnapshot.contains("<line>") }
        #expect(body(driver) == "<line>")
        await gate.open("never")
        await driver.close()
    }

    @Test("timers fire when they are due, once or again, and wait while their view is away")
    func timers() {
        let driver = driver([.every(.seconds(2), "tick", .answered("t")), .after(.seconds(3), "once", .answered("o"))])
        clock.advance(by: .seconds(1))
        driver.fireTimers()
        #expect(body(driver) == "<>")
        #expect(driver.console.nextWake <= .seconds(1))
        clock.advance(by: .seconds(2))
        driver.fireTimers()
        #expect(body(driver) == "<t,o>")
        driver.press(.character("2"))
        clock.advance(by: .seconds(60))
        driver.fireTimers()
        #expect(body(driver) == "<>")
        driver.press(.character("1"))
        #expect(body(driver) == "<t,o,t>")
    }

    @Test("leaving a view ends its work and its timers")
    func leaving() async {
        let driver = driver()
        ask(driver, .push(Route("other")))
        ask(driver, .every(.seconds(1), "tick", .answered("t")), .follow("log") { _ in })
        #expect(driver.console.timers.timers.count == 1)
        driver.press(.character("q"))
        #expect(driver.console.timers.timers.isEmpty)
        let isAllOver = driver.console.running.values.allSatisfy { $0.isSuperseded }
        #expect(isAllOver)
    }

    @Test("a question on the prompt is answered by a line, a copy goes to the clipboard")
    func asking() async {
        let driver = driver()
        ask(driver, .ask("file", text: "a", then: { .answered($0) }))
        driver.type("bc")
        #expect(driver.frame.textSnapshot.contains("file: abc"))
        driver.press(.enter)
        #expect(body(driver) == "<abc>")
        ask(driver, .copy(CopyChoice("id", "x")))
        #expect(driver.frame.textSnapshot.contains("copied id"))
        #expect(driver.terminal.copies == ["x"])
    }

    @Test("what changes is refused while read-only, even when asked by a screen")
    func readOnly() {
        let driver = driver()
        driver.press(.character(":"))
        driver.type("ro")
        driver.press(.enter)
        ask(driver, .confirm(ChangeConfirmation(.line, title: "Stop", button: "Stop"), then: .answered("stopped")))
        #expect(driver.frame.textSnapshot.contains("read-only: nothing is changed"))
        driver.press(.character("y"))
        #expect(body(driver) == "<>")
    }
}
