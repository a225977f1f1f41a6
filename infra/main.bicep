// The bot in Azure: a container app, an Azure Bot for Teams that shares its managed identity (no secret to keep or to
// rotate), and PostgreSQL. NOT DEPLOYED FROM THIS REPOSITORY: it has been read against the resource types' documentation
// only. Try it in an empty resource group first:
//
//   az deployment group create -g GROUP -f infra/main.bicep -p image=REGISTRY/accountability-bot:0.1.0 \
//     databasePassword=... apiKey=... model=@revenue-model.yaml people=@people.csv
//
// With peopleSource=graph an administrator of the tenant gives the managed identity these application permissions of Microsoft
// Graph (az rest, POST servicePrincipals/{identity}/appRoleAssignments). The first one is needed, each of the others only for what
// stands beside it:
//   User.Read.All                                   names, departments, managers, who comes and leaves
//   GroupMember.Read.All, TeamMember.Read.All       groups and teams that the model names
//   MailboxSettings.Read                            automatic replies and working hours
//   Presence.Read.All                               who must not be disturbed
//   AppCatalog.Read.All, TeamsAppInstallation.ReadWriteSelfForUser.All   a chat with somebody who never wrote to the bot
//
// Afterwards: `app package --bot-id` with the output botId and `--host` with the output host gives the Teams package.

@description('Prefix of every name; also the bot\'s handle, which must be free in all of Azure.')
@minLength(3)
@maxLength(24)
param name string = 'accountability-bot'

param location string = resourceGroup().location

@description('The container image, in a registry that can be read without a password.')
param image string

@secure()
@description('Letters and digits: it stands inside a connection string.')
@minLength(16)
param databasePassword string

@secure()
@description('The key with which other software hands in leads.')
@minLength(24)
param apiKey string

@description('The text of revenue-model.yaml.')
param model string

@secure()
@description('The text of people.csv. It names people, hence a secret. With peopleSource graph it counts until Graph has answered once.')
param people string

@description('Where people come from. For graph the managed identity needs application permissions that no template can give; see below.')
@allowed([
  'file'
  'graph'
])
param peopleSource string = 'file'

var database = 'accountability'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource postgres 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: {
    name: 'Standard_B1ms'
    tier: 'Burstable'
  }
  properties: {
    version: '15'
    administratorLogin: database
    administratorLoginPassword: databasePassword
    storage: {
      storageSizeGB: 32
    }
    backup: {
      backupRetentionDays: 14
    }
  }

  resource data 'databases' = {
    name: database
  }

  // 0.0.0.0 stands for "from within Azure". A company with a virtual network takes a private endpoint instead.
  resource fromAzure 'firewallRules' = {
    name: 'from-azure'
    properties: {
      startIpAddress: '0.0.0.0'
      endIpAddress: '0.0.0.0'
    }
  }
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: 30
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    configuration: {
      ingress: {
        external: true
        targetPort: 8080
        allowInsecure: false
      }
      secrets: [
        {
          name: 'database'
          value: 'Host=${postgres.properties.fullyQualifiedDomainName};Username=${database};Password=${databasePassword};Database=${database};SSL Mode=VerifyFull'
        }
        {
          name: 'api-key'
          value: apiKey
        }
        {
          name: 'model'
          value: model
        }
        {
          name: 'people'
          value: people
        }
      ]
    }
    template: {
      containers: [
        {
          name: 'bot'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            { name: 'Bot__AppId', value: identity.properties.clientId }
            { name: 'Bot__TenantId', value: identity.properties.tenantId }
            { name: 'Bot__Credential', value: 'managed-identity' }
            { name: 'Storage__Provider', value: 'postgres' }
            { name: 'ConnectionStrings__Accountability', secretRef: 'database' }
            { name: 'Api__Keys__0', secretRef: 'api-key' }
            { name: 'Model__Path', value: '/config/revenue-model.yaml' }
            { name: 'People__Path', value: '/config/people.csv' }
            { name: 'People__Source', value: peopleSource }
          ]
          volumeMounts: [
            { volumeName: 'config', mountPath: '/config' }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/healthz', port: 8080 } }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 8080 } }
          ]
        }
      ]
      // Never to zero: deadlines are watched also when nobody writes to the bot. The second takes over from the first.
      scale: {
        minReplicas: 2
        maxReplicas: 2
      }
      volumes: [
        {
          name: 'config'
          storageType: 'Secret'
          secrets: [
            { secretRef: 'model', path: 'revenue-model.yaml' }
            { secretRef: 'people', path: 'people.csv' }
          ]
        }
      ]
    }
  }
  dependsOn: [
    postgres::data
    postgres::fromAzure
  ]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'AccountabilityBot'
    endpoint: 'https://${app.properties.configuration.ingress.fqdn}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
      }
    }
  }
}

output botId string = identity.properties.clientId
output host string = app.properties.configuration.ingress.fqdn
