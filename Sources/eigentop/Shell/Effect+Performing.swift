import Dashboard

extension Effect {
  /// Has it done: by those who compute, or by the loop, where there is one.
  func perform(_ requests: EngineRequests, in loop: RunLoop?) {
    switch self {
    case .fit(let settings, let dump): requests.fit(settings, to: dump)
    case .prioritise(let dumps): requests.prioritise(dumps)
    case .recompute(let dump): requests.recompute(dump)
    case .probe(let dumps, let options): requests.probe(dumps, options)
    case .replay(let setting): requests.replay(setting)
    case .loadSpectra(let dump): requests.loadSpectra(of: dump)
    case .simulate(let experiment): requests.laboratory.begin(experiment)
    case .compareViews(let dump, let lambda): requests.laboratory.compareViews(of: dump, lambda: lambda)
    case .quit: loop?.quit()
    case .suspend: loop?.suspend()
    case .redraw: loop?.redraw()
    case .copy(let text, let what): loop?.copy(text, what)
    case .export(let request, let name, let replaces): loop?.export(request, to: name, replaces: replaces)
    case .copyExport(let request, let what): loop?.copyExport(request, what)
    case .ringBell: loop?.ringBell()
    case .captureMouse(let captures): loop?.captureMouse(captures)
    case .draw(let theme): loop?.draw(theme: theme)
    case .listThemes: loop?.listThemes()
    case .keep(let setting): loop?.keep(setting)
    }
  }
}
