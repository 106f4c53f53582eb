// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"
#include "core/services/house/guidance.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "ui/pages/resident/additions.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/find_box.h"
#include "ui/shell/places.h"
#include "ui/shell/workspace.h"
#include "ui/text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace keywork {

QList<FindAction> Workspace::findActions()
{
    const auto say = [](const char *marked) { return QCoreApplication::translate("places", marked); };
    QList<FindAction> actions;
    for (const PlaceInfo &place : places()) {
        if (!place.mayOpen(m_services))
            continue;
        if (!place.needsSubject)
            actions.append({say(place.foundAs ? place.foundAs : place.title), [this, id = QString::fromLatin1(place.id)] { openPlace(id); },
                say(place.title)});
        for (const PlaceAction &action : place.actions)
            if (action.mayDo(m_services))
                actions.append({say(action.label), [this, run = action.run] { run(context(here())); }});
    }
    for (const RecordType *type : allKinds()) { // of the house; a resident's own are offered with theirs
        const bool isHouses = type->newOne && !type->childOf && !type->isAboutPerson();
        const auto where = isHouses && m_services.records.mayAdd(*type) ? formFor(*type, {}, m_services) : std::nullopt;
        if (where)
            actions.append({words::label(type->newOne), [this, to = *where] { visit(to); }, words::label(type->titleMany)});
    }
    actions += lookActions();
    actions.append({tr("Overdose — act now"), [this] { Q_EMIT actNowRequested(); }, tr("emergency, collapse, naloxone, 999, F12")});
    actions.append(
        {tr("Card for the wall: overdose, act now"), [this] { Q_EMIT actNowCardRequested(); }, tr("print, laminate, emergency")});
    actions.append({tr("Undo the last save"), [this] { undo(); }});
    actions.append({tr("My password"), [this] { Q_EMIT passwordRequested(); }});
    actions.append({tr("Cover the screen"), [this] { Q_EMIT coverRequested(); }});
    actions.append({tr("Switch user"), [this] { Q_EMIT switchRequested(); }});
    actions.append({tr("Lock"), [this] { Q_EMIT lockRequested(); }});
    return actions;
}

/// What Ctrl+D and Ctrl++ do, for whoever looks for it by name.
QList<FindAction> Workspace::lookActions()
{
    const QString words = tr("Settings: colours, theme, screen, contrast, font, text size, zoom");
    const auto look = [this](Theme::Kind kind, int steps) {
        Q_EMIT lookRequested(kind, steps == 0 ? 100 : Theme::nextPercent(Theme::percent(), steps));
    };
    const auto colours = [this](Theme::Kind kind) { return [this, kind] { Q_EMIT lookRequested(kind, Theme::percent()); }; };
    return {{tr("Light screen"), colours(Theme::Kind::Light), words}, {tr("Dark screen"), colours(Theme::Kind::Dark), words},
        {tr("High contrast"), colours(Theme::Kind::HighContrast), words}, {tr("Larger text"), [look] { look(Theme::kind(), 1); }, words},
        {tr("Smaller text"), [look] { look(Theme::kind(), -1); }, words},
        {tr("Text as it was"), [look] { look(Theme::kind(), 0); }, words}};
}

QList<FindAction> Workspace::residentActions()
{
    const Id<Person> inView{showsRecord() ? here().person : 0};
    const auto line = inView ? m_services.people.line(inView) : Result<ResidentLine>(Error{});
    const bool isOpen = line && !line->isClosed; // of a closed record there are no tabs
    const QString whose = isOpen ? u": "_s + line->person.value.displayName() : QString();
    QList<FindAction> actions;
    const auto offer = [&](const QString &title, const QString &also, const std::function<void(Id<Person>)> &go) {
        if (isOpen)
            actions.append({title + whose, [go, inView] { go(inView); }, also});
        else
            actions.append({title + u"…"_s, {}, also, go});
    };
    for (const RecordType *type : kindsToAdd(m_services))
        offer(
            words::label(type->newOne), words::label(type->title) + u'\n' + words::label(type->titleMany), [this, type](Id<Person> person) {
                const auto where = formFor(*type, standingFor(person), m_services);
                where ? visit(*where) : openResident(person);
            });
    for (const ResidentTab &tab : residentTabs())
        if (tab.mayOpen(m_services))
            offer(QCoreApplication::translate("resident", tab.title).remove(u'&'), {},
                [this, id = QString::fromLatin1(tab.id)](Id<Person> person) { visit(residentVisit(standingFor(person).value, id)); });
    return actions;
}

void Workspace::addForSomebody(const QString &kind)
{
    const RecordType *type = kindOf(kind);
    if (!type || !type->newOne || !m_services.records.mayAdd(*type))
        return;
    m_find->setFocus();
    m_find->askForWhom({words::label(type->newOne) + u"…"_s, {}, {}, [this, type](Id<Person> person) {
                            const auto where = formFor(*type, standingFor(person), m_services);
                            where ? visit(*where) : openResident(person);
                        }});
}

QList<FoundPage> Workspace::foundPages(const QString &typed)
{
    static const GuidanceIndex index(shippedGuidance()); // the house's own pages are records, and are found as such
    const PlaceInfo *place = placeNamed(u"guidance"_s);
    QList<FoundPage> pages;
    for (const GuidanceHit &hit : place->mayOpen(m_services) ? index.find(typed) : QList<GuidanceHit>()) {
        const GuidancePage &page = shippedGuidance().at(hit.page);
        const QString where = hit.where.isEmpty() ? QString() : u" · "_s + hit.where;
        pages.append(
            {{titleOf(*place) + u": "_s + page.title + where, [this, key = page.key] { visit({.place = u"guidance"_s, .tab = key}); }},
                hit.by != GuidanceHit::By::Text});
    }
    return pages;
}

} // namespace keywork
