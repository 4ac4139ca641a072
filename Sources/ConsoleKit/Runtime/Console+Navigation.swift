import TextCanvas

extension Console {
    /// Takes the operator somewhere.
    func navigate(_ navigation: Navigation) {
        switch navigation {
        case .push(let screen): open(screen)
        case .pushRoute(let route):
            if let screen = screen(for: route) { open(screen) }
        case .replaceRoot(let route): go(to: route)
        case .replaceTop(let screen):
            if let old = views.removeTop() { forget(old) }
            open(screen)
        case .pop: goBack()
        case .quit: exit = .quit
        }
    }

    /// Makes a route the root; one that was in view before comes back as it was left.
    func go(to route: Route) {
        if route == views.root, !views.entries.isEmpty {
            while let entry = views.pop() { forget(entry) }
            returnToTop()
        } else if views.resume(route) {
            returnToTop()
        } else if let screen = screen(for: route) {
            for entry in views.begin(route) { forget(entry) }
            open(screen)
        }
    }

    /// One view back; on a root, asks whether to quit.
    func goBack() {
        if let entry = views.pop() {
            forget(entry)
            returnToTop()
        } else {
            let question = ChangeConfirmation(.line, title: "Quit larder?", button: "Quit")
            ask(question, .quit)
        }
    }

    /// Swaps with the root before this one.
    func swapRoots() {
        guard let route = views.previousRoot else {
            notify(Notice(.note, "there is no previous view yet"))
            return
        }
        go(to: route)
    }

    private func screen(for route: Route) -> (any Screen)? {
        do {
            return try setup.catalog.screen(for: route)
        } catch {
            notify(Notice(error))
            return nil
        }
    }

    private func open(_ screen: any Screen) {
        let entry = views.push(screen.makeLive())
        tellSizes()
        entry.isStarted = true
        perform(entry.screen.start(updateContext), for: entry)
    }

    private func returnToTop() {
        guard let top = views.top else { return }
        tellSizes()
        perform(top.screen.returned(updateContext), for: top)
        fireTimers()
    }

    private func forget(_ entry: StackEntry) {
        cancelAll(of: entry.id)
    }
}
