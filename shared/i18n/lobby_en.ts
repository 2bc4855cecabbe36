<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Board</name>
    <message numerus="yes">
        <source>Please come within %n minutes</source>
        <translation>
            <numerusform>Please come within %n minute</numerusform>
            <numerusform>Please come within %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please come within %n seconds</source>
        <translation>
            <numerusform>Please come within %n second</numerusform>
            <numerusform>Please come within %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message numerus="yes">
        <source>%n counter half-hours so far</source>
        <translation>
            <numerusform>%n counter half-hour so far</numerusform>
            <numerusform>%n counter half-hours so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kiosks</source>
        <translation>
            <numerusform>%n kiosk</numerusform>
            <numerusform>%n kiosks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things to settle</source>
        <translation>
            <numerusform>%n thing to settle</numerusform>
            <numerusform>%n things to settle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bars and ±: 95 % intervals over %n days.</source>
        <translation>
            <numerusform>Bars and ±: 95 % intervals over %n day.</numerusform>
            <numerusform>Bars and ±: 95 % intervals over %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Simulated on %n days.</source>
        <translation>
            <numerusform>Simulated on %n day.</numerusform>
            <numerusform>Simulated on %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early: %n days were lived.</source>
        <translation>
            <numerusform>Stopped early: %n day was lived.</numerusform>
            <numerusform>Stopped early: %n days were lived.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>too early: %n days after would tell</source>
        <translation>
            <numerusform>too early: %n day after would tell</numerusform>
            <numerusform>too early: %n days after would tell</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayReport</name>
    <message numerus="yes">
        <source>For %n customers the standard's clock stood, %1 min in all: an incident, or their own wish to be called later. The tables of waiting have that time in, the standard has not.</source>
        <translation>
            <numerusform>For %n customer the standard's clock stood, %1 min in all: an incident, or their own wish to be called later. The tables of waiting have that time in, the standard has not.</numerusform>
            <numerusform>For %n customers the standard's clock stood, %1 min in all: an incident, or their own wish to be called later. The tables of waiting have that time in, the standard has not.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Within %1 min: %2 of customers were called (promised: at least %3). Missed by %n customers.</source>
        <translation>
            <numerusform>Within %1 min: %2 of customers were called (promised: at least %3). Missed by %n customer.</numerusform>
            <numerusform>Within %1 min: %2 of customers were called (promised: at least %3). Missed by %n customers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message numerus="yes">
        <source>passed over %n times</source>
        <translation>
            <numerusform>passed over once</numerusform>
            <numerusform>passed over %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Kiosk</name>
    <message numerus="yes">
        <source>%1 waiting, %n counters open</source>
        <translation>
            <numerusform>%1 waiting, %n counter open</numerusform>
            <numerusform>%1 waiting, %n counters open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>People</name>
    <message numerus="yes">
        <source>%1 satisfied of %n marks.</source>
        <translation>
            <numerusform>%1 satisfied of %n mark.</numerusform>
            <numerusform>%1 satisfied of %n marks.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n marks, too few for a share.</source>
        <translation>
            <numerusform>%n mark, too few for a share.</numerusform>
            <numerusform>%n marks, too few for a share.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Course due for %n people until %1.</source>
        <translation>
            <numerusform>Course due for %n person until %1.</numerusform>
            <numerusform>Course due for %n people until %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Today: %n matters, %1 min each; the whole branch for the same mix %2 min.</source>
        <translation>
            <numerusform>Today: %n matter, %1 min; the whole branch for the same mix %2 min.</numerusform>
            <numerusform>Today: %n matters, %1 min each; the whole branch for the same mix %2 min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message numerus="yes">
        <source>Please take a seat nearby. Within %n minutes, usually sooner.</source>
        <translation>
            <numerusform>Please take a seat nearby. Within %n minute, usually sooner.</numerusform>
            <numerusform>Please take a seat nearby. Within %n minutes, usually sooner.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message numerus="yes">
        <source>%n things to touch</source>
        <translation>
            <numerusform>%n thing to touch</numerusform>
            <numerusform>%n things to touch</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Teller</name>
    <message numerus="yes">
        <source>%1 A customer at %2 asks for help, and %n more</source>
        <translation>
            <numerusform>%1 A customer at %2 asks for help, and %n more</numerusform>
            <numerusform>%1 A customer at %2 asks for help, and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 waits again as if it had come %n min ago. This works once for a ticket.</source>
        <translation>
            <numerusform>%1 waits again as if it had come %n min ago. This works once for a ticket.</numerusform>
            <numerusform>%1 waits again as if it had come %n min ago. This works once for a ticket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, by the rule (%2 min), before %n who came earlier: %3</source>
        <translation>
            <numerusform>%1, by the rule (%2 min), before %n who came earlier: %3</numerusform>
            <numerusform>%1, by the rule (%2 min), before %n who came earlier: %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min later than promised</source>
        <translation>
            <numerusform>%n min later than promised</numerusform>
            <numerusform>%n min later than promised</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed calls</source>
        <translation>
            <numerusform>%n missed call</numerusform>
            <numerusform>%n missed calls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people wait for this counter</source>
        <translation>
            <numerusform>%n person waits for this counter</numerusform>
            <numerusform>%n people wait for this counter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ratings</source>
        <translation>
            <numerusform>%n rating</numerusform>
            <numerusform>%n ratings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transactions</source>
        <translation>
            <numerusform>%n transaction</numerusform>
            <numerusform>%n transactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Called, recalled %n times</source>
        <translation>
            <numerusform>Called, recalled once</numerusform>
            <numerusform>Called, recalled %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minutes</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest %n min</source>
        <translation>
            <numerusform>longest %n min</numerusform>
            <numerusform>longest %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>longest wait %n min</source>
        <translation>
            <numerusform>longest wait %n min</numerusform>
            <numerusform>longest wait %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>passed over %n times</source>
        <translation>
            <numerusform>passed over once</numerusform>
            <numerusform>passed over %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recall %n times first</source>
        <translation>
            <numerusform>recall once first</numerusform>
            <numerusform>recall %n times first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recalled %n times</source>
        <translation>
            <numerusform>recalled once</numerusform>
            <numerusform>recalled %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the only one waiting for this counter, for %n min</source>
        <translation>
            <numerusform>the only one waiting for this counter, for %n min</numerusform>
            <numerusform>the only one waiting for this counter, for %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitCount</name>
    <message numerus="yes">
        <source>%1 waiting, %n counters open</source>
        <translation>
            <numerusform>%1 waiting, %n counter open</numerusform>
            <numerusform>%1 waiting, %n counters open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min of the wait the service was suspended.</source>
        <translation>
            <numerusform>For %n min of the wait the service was suspended.</numerusform>
            <numerusform>For %n min of the wait the service was suspended.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min of the wait the ticket was put aside on the customer's own wish.</source>
        <translation>
            <numerusform>For %n min of the wait the ticket was put aside on the customer's own wish.</numerusform>
            <numerusform>For %n min of the wait the ticket was put aside on the customer's own wish.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who came later were called to counters that could not serve you; your place stayed.</source>
        <translation>
            <numerusform>%n who came later was called to a counter that could not serve you; your place stayed.</numerusform>
            <numerusform>%n who came later were called to counters that could not serve you; your place stayed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n who came later were called to counters that may not call this ticket.</source>
        <translation>
            <numerusform>%n who came later was called to a counter that may not call this ticket.</numerusform>
            <numerusform>%n who came later were called to counters that may not call this ticket.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Called after %n min.</source>
        <translation>
            <numerusform>Called after %n min.</numerusform>
            <numerusform>Called after %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Came for %1 (%2); %n people ahead.</source>
        <translation>
            <numerusform>Came for %1 (%2); %n person ahead.</numerusform>
            <numerusform>Came for %1 (%2); %n people ahead.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not called; waited %n min.</source>
        <translation>
            <numerusform>Not called; waited %n min.</numerusform>
            <numerusform>Not called; waited %n min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over %n times by people who came later.</source>
        <translation>
            <numerusform>Passed over %n time by people who came later.</numerusform>
            <numerusform>Passed over %n times by people who came later.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over %n times by people who came later; the limit is %1, but a guarantee above it, or a person, decided.</source>
        <translation>
            <numerusform>Passed over %n time by people who came later; the limit is %1, but a guarantee above it, or a person, decided.</numerusform>
            <numerusform>Passed over %n times by people who came later; the limit is %1, but a guarantee above it, or a person, decided.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Passed over %n times by people who came later; the limit is %1.</source>
        <translation>
            <numerusform>Passed over %n time by people who came later; the limit is %1.</numerusform>
            <numerusform>Passed over %n times by people who came later; the limit is %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You came for %1; %n people were before you.</source>
        <translation>
            <numerusform>You came for %1; %n person was before you.</numerusform>
            <numerusform>You came for %1; %n people were before you.</numerusform>
        </translation>
    </message>
</context>
</TS>
